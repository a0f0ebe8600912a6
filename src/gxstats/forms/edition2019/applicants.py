"""申请人情况: the seven columns of table three, the same in every edition."""

from __future__ import annotations

from ...cells import Count, FormPart, count, form_part
from ...text import Bilingual
from ..topics import Topic
from ..units import REQUESTS

__all__ = ["ApplicantCounts"]

APPLICANTS = Bilingual("申请人情况", "Applicants")
ORGANIZATIONS = Bilingual("法人或其他组织", "Legal persons or other organizations")

_ANY = (APPLICANTS,)
_ORGANIZATION = (APPLICANTS, ORGANIZATIONS)


@form_part
class ApplicantCounts(FormPart):
    """One row of table three: requests (件) by kind of applicant.

    Source: table three, columns 自然人 to 总计, in the notices of 2019 and 2021 alike.

    >>> row = ApplicantCounts(
    ...     natural_person=48,
    ...     commercial_enterprise=1,
    ...     research_institution=1,
    ...     public_interest_organization=0,
    ...     legal_service_organization=0,
    ...     other_organization=0,
    ...     total=50,
    ... )
    >>> row.total
    50
    """

    natural_person: Count = count(
        Bilingual("自然人", "Natural persons"), unit=REQUESTS, under=_ANY
    )
    commercial_enterprise: Count = count(
        Bilingual("商业企业", "Commercial enterprises"), unit=REQUESTS, under=_ORGANIZATION
    )
    research_institution: Count = count(
        Bilingual("科研机构", "Research institutions"), unit=REQUESTS, under=_ORGANIZATION
    )
    public_interest_organization: Count = count(
        Bilingual("社会公益组织", "Public-interest organizations"),
        unit=REQUESTS,
        under=_ORGANIZATION,
    )
    legal_service_organization: Count = count(
        Bilingual("法律服务机构", "Legal service providers"), unit=REQUESTS, under=_ORGANIZATION
    )
    other_organization: Count = count(
        Bilingual("其他", "Other legal persons or organizations"),
        unit=REQUESTS,
        under=_ORGANIZATION,
    )
    total: Count = count(
        Bilingual("总计", "Total"), unit=REQUESTS, under=_ANY, topics=(Topic.TOTAL,)
    )
