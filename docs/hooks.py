"""The hooks of the site: pages and fragments that are computed from gxstats at build time.

What the pages say about the form (labels, addresses, sums, counts) is never typed by hand:
whole pages come from :func:`_generate.pages.generated_pages`, and a hand-written page takes a
computed piece with ``{{ name argument }}`` (:mod:`_generate.fragments`).

The site is two sites with the same pages: English in the root, Chinese in ``zh/``.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from _generate.fragments import ROOT, filled
from _generate.hosted_forms import hosted_forms
from _generate.pages import generated_pages
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from gxstats.text import Language

_STYLE = "assets/gxstats.css"


def _language(config: MkDocsConfig) -> Language:
    return "zh" if config.theme["language"] == "zh" else "en"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the computed pages, and what both sites share."""
    for path, markdown in generated_pages(_language(config)).items():
        files.append(File.generated(config, path, content=markdown))
    for path, page in hosted_forms(_language(config)).items():
        files.append(File.generated(config, path, content=page))
    style = str(ROOT / "docs" / _STYLE)
    files.append(File.generated(config, _STYLE, abs_src_path=style))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, **_: object) -> Navigation:
    """Name the sections in the site's language; pages bring their own titles."""
    names = config.extra.get("sections", {})
    for item in nav.items:
        for section in (item, *(item.children or ())):
            if isinstance(section, Section) and section.title in names:
                section.title = names[section.title]
    return nav


def on_page_markdown(markdown: str, config: MkDocsConfig, **_: object) -> str:
    """Fill in the computed pieces of a hand-written page."""
    return filled(markdown, _language(config))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let the language switch lead to the same page.

    The theme links to one page for a language, and cannot link out of a site; so it is given
    anchors (``extra.alternate``), which are replaced here.
    """
    here = PurePosixPath(page.file.dest_uri)
    up = "../" * len(here.parent.parts)
    english, chinese = {"en": ("", "zh/"), "zh": ("../", "")}[_language(config)]
    return _switched(output, f"{up}{english}{here}", f"{up}{chinese}{here}")


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """The page that a server shows for a wrong address may stand anywhere: link to the roots."""
    if template_name != "404.html":
        return output_content
    return _switched(output_content, "/index.html", "/zh/index.html")


def _switched(html: str, english: str, chinese: str) -> str:
    return html.replace('href="#in-en"', f'href="{english}"').replace(
        'href="#in-zh"', f'href="{chinese}"'
    )


def on_post_build(config: MkDocsConfig) -> None:
    """Build the Chinese site into the English one."""
    if _language(config) == "en":
        build(
            load_config(
                str(ROOT / "mkdocs.zh.yml"),
                site_dir=str(Path(config.site_dir) / "zh"),
                strict=config.strict,
            )
        )
