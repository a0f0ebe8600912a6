-- gxstats: 政府信息公开工作年度报告的勾稽关系（PostgreSQL）
-- The cross-checks of China's open-government annual reports (PostgreSQL)

-- 报告：每份一行，每格一列；空白为 NULL，不是 0
-- The reports: a row a report, a column a cell; a blank is NULL and not 0
CREATE TABLE gxstats_report (
  report_id VARCHAR(200) NOT NULL PRIMARY KEY,
  form VARCHAR(20) NOT NULL,
  edition VARCHAR(20) NOT NULL,
  year INT,
  organ_name VARCHAR(200),
  organ_code VARCHAR(18),
  organ_division VARCHAR(6),
  organ_scope VARCHAR(6),
  t2_rules_made BIGINT CHECK (t2_rules_made BETWEEN 0 AND 999999999999),
  t2_rules_published BIGINT CHECK (t2_rules_published BETWEEN 0 AND 999999999999),
  t2_rules_published_total BIGINT CHECK (t2_rules_published_total BETWEEN 0 AND 999999999999),
  t2_normative_documents_made BIGINT CHECK (t2_normative_documents_made BETWEEN 0 AND 999999999999),
  t2_normative_documents_published BIGINT CHECK (t2_normative_documents_published BETWEEN 0 AND 999999999999),
  t2_normative_documents_published_total BIGINT CHECK (t2_normative_documents_published_total BETWEEN 0 AND 999999999999),
  t2_administrative_licensing_prior_items BIGINT CHECK (t2_administrative_licensing_prior_items BETWEEN 0 AND 999999999999),
  t2_administrative_licensing_change BIGINT CHECK (t2_administrative_licensing_change BETWEEN -999999999999 AND 999999999999),
  t2_administrative_licensing_decisions BIGINT CHECK (t2_administrative_licensing_decisions BETWEEN 0 AND 999999999999),
  t2_other_external_services_prior_items BIGINT CHECK (t2_other_external_services_prior_items BETWEEN 0 AND 999999999999),
  t2_other_external_services_change BIGINT CHECK (t2_other_external_services_change BETWEEN -999999999999 AND 999999999999),
  t2_other_external_services_decisions BIGINT CHECK (t2_other_external_services_decisions BETWEEN 0 AND 999999999999),
  t2_administrative_penalty_prior_items BIGINT CHECK (t2_administrative_penalty_prior_items BETWEEN 0 AND 999999999999),
  t2_administrative_penalty_change BIGINT CHECK (t2_administrative_penalty_change BETWEEN -999999999999 AND 999999999999),
  t2_administrative_penalty_decisions BIGINT CHECK (t2_administrative_penalty_decisions BETWEEN 0 AND 999999999999),
  t2_administrative_compulsion_prior_items BIGINT CHECK (t2_administrative_compulsion_prior_items BETWEEN 0 AND 999999999999),
  t2_administrative_compulsion_change BIGINT CHECK (t2_administrative_compulsion_change BETWEEN -999999999999 AND 999999999999),
  t2_administrative_compulsion_decisions BIGINT CHECK (t2_administrative_compulsion_decisions BETWEEN 0 AND 999999999999),
  t2_administrative_fees_prior_items BIGINT CHECK (t2_administrative_fees_prior_items BETWEEN 0 AND 999999999999),
  t2_administrative_fees_change BIGINT CHECK (t2_administrative_fees_change BETWEEN -999999999999 AND 999999999999),
  t2_centralized_procurement_projects BIGINT CHECK (t2_centralized_procurement_projects BETWEEN 0 AND 999999999999),
  t2_centralized_procurement_amount DECIMAL(20, 8) CHECK (t2_centralized_procurement_amount >= 0),
  t3_received_natural_person BIGINT CHECK (t3_received_natural_person BETWEEN 0 AND 999999999999),
  t3_received_commercial_enterprise BIGINT CHECK (t3_received_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_received_research_institution BIGINT CHECK (t3_received_research_institution BETWEEN 0 AND 999999999999),
  t3_received_public_interest_organization BIGINT CHECK (t3_received_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_received_legal_service_organization BIGINT CHECK (t3_received_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_received_other_organization BIGINT CHECK (t3_received_other_organization BETWEEN 0 AND 999999999999),
  t3_received_total BIGINT CHECK (t3_received_total BETWEEN 0 AND 999999999999),
  t3_carried_in_natural_person BIGINT CHECK (t3_carried_in_natural_person BETWEEN 0 AND 999999999999),
  t3_carried_in_commercial_enterprise BIGINT CHECK (t3_carried_in_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_carried_in_research_institution BIGINT CHECK (t3_carried_in_research_institution BETWEEN 0 AND 999999999999),
  t3_carried_in_public_interest_organization BIGINT CHECK (t3_carried_in_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_carried_in_legal_service_organization BIGINT CHECK (t3_carried_in_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_carried_in_other_organization BIGINT CHECK (t3_carried_in_other_organization BETWEEN 0 AND 999999999999),
  t3_carried_in_total BIGINT CHECK (t3_carried_in_total BETWEEN 0 AND 999999999999),
  t3_granted_natural_person BIGINT CHECK (t3_granted_natural_person BETWEEN 0 AND 999999999999),
  t3_granted_commercial_enterprise BIGINT CHECK (t3_granted_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_granted_research_institution BIGINT CHECK (t3_granted_research_institution BETWEEN 0 AND 999999999999),
  t3_granted_public_interest_organization BIGINT CHECK (t3_granted_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_granted_legal_service_organization BIGINT CHECK (t3_granted_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_granted_other_organization BIGINT CHECK (t3_granted_other_organization BETWEEN 0 AND 999999999999),
  t3_granted_total BIGINT CHECK (t3_granted_total BETWEEN 0 AND 999999999999),
  t3_partially_granted_natural_person BIGINT CHECK (t3_partially_granted_natural_person BETWEEN 0 AND 999999999999),
  t3_partially_granted_commercial_enterprise BIGINT CHECK (t3_partially_granted_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_partially_granted_research_institution BIGINT CHECK (t3_partially_granted_research_institution BETWEEN 0 AND 999999999999),
  t3_partially_granted_public_interest_organization BIGINT CHECK (t3_partially_granted_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_partially_granted_legal_service_organization BIGINT CHECK (t3_partially_granted_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_partially_granted_other_organization BIGINT CHECK (t3_partially_granted_other_organization BETWEEN 0 AND 999999999999),
  t3_partially_granted_total BIGINT CHECK (t3_partially_granted_total BETWEEN 0 AND 999999999999),
  t3_state_secret_natural_person BIGINT CHECK (t3_state_secret_natural_person BETWEEN 0 AND 999999999999),
  t3_state_secret_commercial_enterprise BIGINT CHECK (t3_state_secret_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_state_secret_research_institution BIGINT CHECK (t3_state_secret_research_institution BETWEEN 0 AND 999999999999),
  t3_state_secret_public_interest_organization BIGINT CHECK (t3_state_secret_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_state_secret_legal_service_organization BIGINT CHECK (t3_state_secret_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_state_secret_other_organization BIGINT CHECK (t3_state_secret_other_organization BETWEEN 0 AND 999999999999),
  t3_state_secret_total BIGINT CHECK (t3_state_secret_total BETWEEN 0 AND 999999999999),
  t3_prohibited_by_law_natural_person BIGINT CHECK (t3_prohibited_by_law_natural_person BETWEEN 0 AND 999999999999),
  t3_prohibited_by_law_commercial_enterprise BIGINT CHECK (t3_prohibited_by_law_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_prohibited_by_law_research_institution BIGINT CHECK (t3_prohibited_by_law_research_institution BETWEEN 0 AND 999999999999),
  t3_prohibited_by_law_public_interest_organization BIGINT CHECK (t3_prohibited_by_law_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_prohibited_by_law_legal_service_organization BIGINT CHECK (t3_prohibited_by_law_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_prohibited_by_law_other_organization BIGINT CHECK (t3_prohibited_by_law_other_organization BETWEEN 0 AND 999999999999),
  t3_prohibited_by_law_total BIGINT CHECK (t3_prohibited_by_law_total BETWEEN 0 AND 999999999999),
  t3_security_stability_natural_person BIGINT CHECK (t3_security_stability_natural_person BETWEEN 0 AND 999999999999),
  t3_security_stability_commercial_enterprise BIGINT CHECK (t3_security_stability_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_security_stability_research_institution BIGINT CHECK (t3_security_stability_research_institution BETWEEN 0 AND 999999999999),
  t3_security_stability_public_interest_organization BIGINT CHECK (t3_security_stability_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_security_stability_legal_service_organization BIGINT CHECK (t3_security_stability_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_security_stability_other_organization BIGINT CHECK (t3_security_stability_other_organization BETWEEN 0 AND 999999999999),
  t3_security_stability_total BIGINT CHECK (t3_security_stability_total BETWEEN 0 AND 999999999999),
  t3_third_party_natural_person BIGINT CHECK (t3_third_party_natural_person BETWEEN 0 AND 999999999999),
  t3_third_party_commercial_enterprise BIGINT CHECK (t3_third_party_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_third_party_research_institution BIGINT CHECK (t3_third_party_research_institution BETWEEN 0 AND 999999999999),
  t3_third_party_public_interest_organization BIGINT CHECK (t3_third_party_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_third_party_legal_service_organization BIGINT CHECK (t3_third_party_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_third_party_other_organization BIGINT CHECK (t3_third_party_other_organization BETWEEN 0 AND 999999999999),
  t3_third_party_total BIGINT CHECK (t3_third_party_total BETWEEN 0 AND 999999999999),
  t3_internal_affairs_natural_person BIGINT CHECK (t3_internal_affairs_natural_person BETWEEN 0 AND 999999999999),
  t3_internal_affairs_commercial_enterprise BIGINT CHECK (t3_internal_affairs_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_internal_affairs_research_institution BIGINT CHECK (t3_internal_affairs_research_institution BETWEEN 0 AND 999999999999),
  t3_internal_affairs_public_interest_organization BIGINT CHECK (t3_internal_affairs_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_internal_affairs_legal_service_organization BIGINT CHECK (t3_internal_affairs_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_internal_affairs_other_organization BIGINT CHECK (t3_internal_affairs_other_organization BETWEEN 0 AND 999999999999),
  t3_internal_affairs_total BIGINT CHECK (t3_internal_affairs_total BETWEEN 0 AND 999999999999),
  t3_process_information_natural_person BIGINT CHECK (t3_process_information_natural_person BETWEEN 0 AND 999999999999),
  t3_process_information_commercial_enterprise BIGINT CHECK (t3_process_information_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_process_information_research_institution BIGINT CHECK (t3_process_information_research_institution BETWEEN 0 AND 999999999999),
  t3_process_information_public_interest_organization BIGINT CHECK (t3_process_information_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_process_information_legal_service_organization BIGINT CHECK (t3_process_information_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_process_information_other_organization BIGINT CHECK (t3_process_information_other_organization BETWEEN 0 AND 999999999999),
  t3_process_information_total BIGINT CHECK (t3_process_information_total BETWEEN 0 AND 999999999999),
  t3_enforcement_files_natural_person BIGINT CHECK (t3_enforcement_files_natural_person BETWEEN 0 AND 999999999999),
  t3_enforcement_files_commercial_enterprise BIGINT CHECK (t3_enforcement_files_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_enforcement_files_research_institution BIGINT CHECK (t3_enforcement_files_research_institution BETWEEN 0 AND 999999999999),
  t3_enforcement_files_public_interest_organization BIGINT CHECK (t3_enforcement_files_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_enforcement_files_legal_service_organization BIGINT CHECK (t3_enforcement_files_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_enforcement_files_other_organization BIGINT CHECK (t3_enforcement_files_other_organization BETWEEN 0 AND 999999999999),
  t3_enforcement_files_total BIGINT CHECK (t3_enforcement_files_total BETWEEN 0 AND 999999999999),
  t3_inquiry_matters_natural_person BIGINT CHECK (t3_inquiry_matters_natural_person BETWEEN 0 AND 999999999999),
  t3_inquiry_matters_commercial_enterprise BIGINT CHECK (t3_inquiry_matters_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_inquiry_matters_research_institution BIGINT CHECK (t3_inquiry_matters_research_institution BETWEEN 0 AND 999999999999),
  t3_inquiry_matters_public_interest_organization BIGINT CHECK (t3_inquiry_matters_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_inquiry_matters_legal_service_organization BIGINT CHECK (t3_inquiry_matters_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_inquiry_matters_other_organization BIGINT CHECK (t3_inquiry_matters_other_organization BETWEEN 0 AND 999999999999),
  t3_inquiry_matters_total BIGINT CHECK (t3_inquiry_matters_total BETWEEN 0 AND 999999999999),
  t3_not_held_natural_person BIGINT CHECK (t3_not_held_natural_person BETWEEN 0 AND 999999999999),
  t3_not_held_commercial_enterprise BIGINT CHECK (t3_not_held_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_not_held_research_institution BIGINT CHECK (t3_not_held_research_institution BETWEEN 0 AND 999999999999),
  t3_not_held_public_interest_organization BIGINT CHECK (t3_not_held_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_not_held_legal_service_organization BIGINT CHECK (t3_not_held_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_not_held_other_organization BIGINT CHECK (t3_not_held_other_organization BETWEEN 0 AND 999999999999),
  t3_not_held_total BIGINT CHECK (t3_not_held_total BETWEEN 0 AND 999999999999),
  t3_needs_creation_natural_person BIGINT CHECK (t3_needs_creation_natural_person BETWEEN 0 AND 999999999999),
  t3_needs_creation_commercial_enterprise BIGINT CHECK (t3_needs_creation_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_needs_creation_research_institution BIGINT CHECK (t3_needs_creation_research_institution BETWEEN 0 AND 999999999999),
  t3_needs_creation_public_interest_organization BIGINT CHECK (t3_needs_creation_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_needs_creation_legal_service_organization BIGINT CHECK (t3_needs_creation_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_needs_creation_other_organization BIGINT CHECK (t3_needs_creation_other_organization BETWEEN 0 AND 999999999999),
  t3_needs_creation_total BIGINT CHECK (t3_needs_creation_total BETWEEN 0 AND 999999999999),
  t3_unclear_natural_person BIGINT CHECK (t3_unclear_natural_person BETWEEN 0 AND 999999999999),
  t3_unclear_commercial_enterprise BIGINT CHECK (t3_unclear_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_unclear_research_institution BIGINT CHECK (t3_unclear_research_institution BETWEEN 0 AND 999999999999),
  t3_unclear_public_interest_organization BIGINT CHECK (t3_unclear_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_unclear_legal_service_organization BIGINT CHECK (t3_unclear_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_unclear_other_organization BIGINT CHECK (t3_unclear_other_organization BETWEEN 0 AND 999999999999),
  t3_unclear_total BIGINT CHECK (t3_unclear_total BETWEEN 0 AND 999999999999),
  t3_petition_natural_person BIGINT CHECK (t3_petition_natural_person BETWEEN 0 AND 999999999999),
  t3_petition_commercial_enterprise BIGINT CHECK (t3_petition_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_petition_research_institution BIGINT CHECK (t3_petition_research_institution BETWEEN 0 AND 999999999999),
  t3_petition_public_interest_organization BIGINT CHECK (t3_petition_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_petition_legal_service_organization BIGINT CHECK (t3_petition_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_petition_other_organization BIGINT CHECK (t3_petition_other_organization BETWEEN 0 AND 999999999999),
  t3_petition_total BIGINT CHECK (t3_petition_total BETWEEN 0 AND 999999999999),
  t3_repeat_natural_person BIGINT CHECK (t3_repeat_natural_person BETWEEN 0 AND 999999999999),
  t3_repeat_commercial_enterprise BIGINT CHECK (t3_repeat_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_repeat_research_institution BIGINT CHECK (t3_repeat_research_institution BETWEEN 0 AND 999999999999),
  t3_repeat_public_interest_organization BIGINT CHECK (t3_repeat_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_repeat_legal_service_organization BIGINT CHECK (t3_repeat_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_repeat_other_organization BIGINT CHECK (t3_repeat_other_organization BETWEEN 0 AND 999999999999),
  t3_repeat_total BIGINT CHECK (t3_repeat_total BETWEEN 0 AND 999999999999),
  t3_publications_natural_person BIGINT CHECK (t3_publications_natural_person BETWEEN 0 AND 999999999999),
  t3_publications_commercial_enterprise BIGINT CHECK (t3_publications_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_publications_research_institution BIGINT CHECK (t3_publications_research_institution BETWEEN 0 AND 999999999999),
  t3_publications_public_interest_organization BIGINT CHECK (t3_publications_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_publications_legal_service_organization BIGINT CHECK (t3_publications_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_publications_other_organization BIGINT CHECK (t3_publications_other_organization BETWEEN 0 AND 999999999999),
  t3_publications_total BIGINT CHECK (t3_publications_total BETWEEN 0 AND 999999999999),
  t3_excessive_natural_person BIGINT CHECK (t3_excessive_natural_person BETWEEN 0 AND 999999999999),
  t3_excessive_commercial_enterprise BIGINT CHECK (t3_excessive_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_excessive_research_institution BIGINT CHECK (t3_excessive_research_institution BETWEEN 0 AND 999999999999),
  t3_excessive_public_interest_organization BIGINT CHECK (t3_excessive_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_excessive_legal_service_organization BIGINT CHECK (t3_excessive_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_excessive_other_organization BIGINT CHECK (t3_excessive_other_organization BETWEEN 0 AND 999999999999),
  t3_excessive_total BIGINT CHECK (t3_excessive_total BETWEEN 0 AND 999999999999),
  t3_reissue_natural_person BIGINT CHECK (t3_reissue_natural_person BETWEEN 0 AND 999999999999),
  t3_reissue_commercial_enterprise BIGINT CHECK (t3_reissue_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_reissue_research_institution BIGINT CHECK (t3_reissue_research_institution BETWEEN 0 AND 999999999999),
  t3_reissue_public_interest_organization BIGINT CHECK (t3_reissue_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_reissue_legal_service_organization BIGINT CHECK (t3_reissue_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_reissue_other_organization BIGINT CHECK (t3_reissue_other_organization BETWEEN 0 AND 999999999999),
  t3_reissue_total BIGINT CHECK (t3_reissue_total BETWEEN 0 AND 999999999999),
  t3_other_natural_person BIGINT CHECK (t3_other_natural_person BETWEEN 0 AND 999999999999),
  t3_other_commercial_enterprise BIGINT CHECK (t3_other_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_other_research_institution BIGINT CHECK (t3_other_research_institution BETWEEN 0 AND 999999999999),
  t3_other_public_interest_organization BIGINT CHECK (t3_other_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_other_legal_service_organization BIGINT CHECK (t3_other_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_other_other_organization BIGINT CHECK (t3_other_other_organization BETWEEN 0 AND 999999999999),
  t3_other_total BIGINT CHECK (t3_other_total BETWEEN 0 AND 999999999999),
  t3_total_natural_person BIGINT CHECK (t3_total_natural_person BETWEEN 0 AND 999999999999),
  t3_total_commercial_enterprise BIGINT CHECK (t3_total_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_total_research_institution BIGINT CHECK (t3_total_research_institution BETWEEN 0 AND 999999999999),
  t3_total_public_interest_organization BIGINT CHECK (t3_total_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_total_legal_service_organization BIGINT CHECK (t3_total_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_total_other_organization BIGINT CHECK (t3_total_other_organization BETWEEN 0 AND 999999999999),
  t3_total_total BIGINT CHECK (t3_total_total BETWEEN 0 AND 999999999999),
  t3_carried_out_natural_person BIGINT CHECK (t3_carried_out_natural_person BETWEEN 0 AND 999999999999),
  t3_carried_out_commercial_enterprise BIGINT CHECK (t3_carried_out_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_carried_out_research_institution BIGINT CHECK (t3_carried_out_research_institution BETWEEN 0 AND 999999999999),
  t3_carried_out_public_interest_organization BIGINT CHECK (t3_carried_out_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_carried_out_legal_service_organization BIGINT CHECK (t3_carried_out_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_carried_out_other_organization BIGINT CHECK (t3_carried_out_other_organization BETWEEN 0 AND 999999999999),
  t3_carried_out_total BIGINT CHECK (t3_carried_out_total BETWEEN 0 AND 999999999999),
  t4_reconsideration_upheld BIGINT CHECK (t4_reconsideration_upheld BETWEEN 0 AND 999999999999),
  t4_reconsideration_corrected BIGINT CHECK (t4_reconsideration_corrected BETWEEN 0 AND 999999999999),
  t4_reconsideration_other BIGINT CHECK (t4_reconsideration_other BETWEEN 0 AND 999999999999),
  t4_reconsideration_pending BIGINT CHECK (t4_reconsideration_pending BETWEEN 0 AND 999999999999),
  t4_reconsideration_total BIGINT CHECK (t4_reconsideration_total BETWEEN 0 AND 999999999999),
  t4_direct_litigation_upheld BIGINT CHECK (t4_direct_litigation_upheld BETWEEN 0 AND 999999999999),
  t4_direct_litigation_corrected BIGINT CHECK (t4_direct_litigation_corrected BETWEEN 0 AND 999999999999),
  t4_direct_litigation_other BIGINT CHECK (t4_direct_litigation_other BETWEEN 0 AND 999999999999),
  t4_direct_litigation_pending BIGINT CHECK (t4_direct_litigation_pending BETWEEN 0 AND 999999999999),
  t4_direct_litigation_total BIGINT CHECK (t4_direct_litigation_total BETWEEN 0 AND 999999999999),
  t4_litigation_after_reconsideration_upheld BIGINT CHECK (t4_litigation_after_reconsideration_upheld BETWEEN 0 AND 999999999999),
  t4_litigation_after_reconsideration_corrected BIGINT CHECK (t4_litigation_after_reconsideration_corrected BETWEEN 0 AND 999999999999),
  t4_litigation_after_reconsideration_other BIGINT CHECK (t4_litigation_after_reconsideration_other BETWEEN 0 AND 999999999999),
  t4_litigation_after_reconsideration_pending BIGINT CHECK (t4_litigation_after_reconsideration_pending BETWEEN 0 AND 999999999999),
  t4_litigation_after_reconsideration_total BIGINT CHECK (t4_litigation_after_reconsideration_total BETWEEN 0 AND 999999999999),
  t2_rules_issued BIGINT CHECK (t2_rules_issued BETWEEN 0 AND 999999999999),
  t2_rules_repealed BIGINT CHECK (t2_rules_repealed BETWEEN 0 AND 999999999999),
  t2_rules_in_force BIGINT CHECK (t2_rules_in_force BETWEEN 0 AND 999999999999),
  t2_normative_documents_issued BIGINT CHECK (t2_normative_documents_issued BETWEEN 0 AND 999999999999),
  t2_normative_documents_repealed BIGINT CHECK (t2_normative_documents_repealed BETWEEN 0 AND 999999999999),
  t2_normative_documents_in_force BIGINT CHECK (t2_normative_documents_in_force BETWEEN 0 AND 999999999999),
  t2_administrative_fees_amount DECIMAL(20, 8) CHECK (t2_administrative_fees_amount >= 0),
  t3_not_supplemented_natural_person BIGINT CHECK (t3_not_supplemented_natural_person BETWEEN 0 AND 999999999999),
  t3_not_supplemented_commercial_enterprise BIGINT CHECK (t3_not_supplemented_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_not_supplemented_research_institution BIGINT CHECK (t3_not_supplemented_research_institution BETWEEN 0 AND 999999999999),
  t3_not_supplemented_public_interest_organization BIGINT CHECK (t3_not_supplemented_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_not_supplemented_legal_service_organization BIGINT CHECK (t3_not_supplemented_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_not_supplemented_other_organization BIGINT CHECK (t3_not_supplemented_other_organization BETWEEN 0 AND 999999999999),
  t3_not_supplemented_total BIGINT CHECK (t3_not_supplemented_total BETWEEN 0 AND 999999999999),
  t3_fee_unpaid_natural_person BIGINT CHECK (t3_fee_unpaid_natural_person BETWEEN 0 AND 999999999999),
  t3_fee_unpaid_commercial_enterprise BIGINT CHECK (t3_fee_unpaid_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_fee_unpaid_research_institution BIGINT CHECK (t3_fee_unpaid_research_institution BETWEEN 0 AND 999999999999),
  t3_fee_unpaid_public_interest_organization BIGINT CHECK (t3_fee_unpaid_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_fee_unpaid_legal_service_organization BIGINT CHECK (t3_fee_unpaid_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_fee_unpaid_other_organization BIGINT CHECK (t3_fee_unpaid_other_organization BETWEEN 0 AND 999999999999),
  t3_fee_unpaid_total BIGINT CHECK (t3_fee_unpaid_total BETWEEN 0 AND 999999999999),
  t3_miscellaneous_natural_person BIGINT CHECK (t3_miscellaneous_natural_person BETWEEN 0 AND 999999999999),
  t3_miscellaneous_commercial_enterprise BIGINT CHECK (t3_miscellaneous_commercial_enterprise BETWEEN 0 AND 999999999999),
  t3_miscellaneous_research_institution BIGINT CHECK (t3_miscellaneous_research_institution BETWEEN 0 AND 999999999999),
  t3_miscellaneous_public_interest_organization BIGINT CHECK (t3_miscellaneous_public_interest_organization BETWEEN 0 AND 999999999999),
  t3_miscellaneous_legal_service_organization BIGINT CHECK (t3_miscellaneous_legal_service_organization BETWEEN 0 AND 999999999999),
  t3_miscellaneous_other_organization BIGINT CHECK (t3_miscellaneous_other_organization BETWEEN 0 AND 999999999999),
  t3_miscellaneous_total BIGINT CHECK (t3_miscellaneous_total BETWEEN 0 AND 999999999999),
  CHECK ((
    form = '2019' AND edition = '2019'
  )
  OR (
    form = '2021' AND edition = '2021'
  )
  OR (
    form = '2021-undivided' AND edition = '2021'
  )),
  CHECK (year BETWEEN 2008 AND 2100),
  CHECK (LENGTH(organ_name) <= 200 AND TRIM(REPLACE(organ_name, '　', ' ')) <> ''),
  CHECK (LENGTH(organ_code) = 18
  AND POSITION(SUBSTRING(organ_code FROM 1 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 2 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 3 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 4 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 5 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 6 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 7 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 8 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 9 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 10 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 11 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 12 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 13 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 14 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 15 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 16 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 17 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND POSITION(SUBSTRING(organ_code FROM 18 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') > 0
  AND (
    1 * (
      POSITION(SUBSTRING(organ_code FROM 1 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 3 * (
      POSITION(SUBSTRING(organ_code FROM 2 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 9 * (
      POSITION(SUBSTRING(organ_code FROM 3 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 27 * (
      POSITION(SUBSTRING(organ_code FROM 4 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 19 * (
      POSITION(SUBSTRING(organ_code FROM 5 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 26 * (
      POSITION(SUBSTRING(organ_code FROM 6 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 16 * (
      POSITION(SUBSTRING(organ_code FROM 7 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 17 * (
      POSITION(SUBSTRING(organ_code FROM 8 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 20 * (
      POSITION(SUBSTRING(organ_code FROM 9 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 29 * (
      POSITION(SUBSTRING(organ_code FROM 10 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 25 * (
      POSITION(SUBSTRING(organ_code FROM 11 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 13 * (
      POSITION(SUBSTRING(organ_code FROM 12 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 8 * (
      POSITION(SUBSTRING(organ_code FROM 13 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 24 * (
      POSITION(SUBSTRING(organ_code FROM 14 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 10 * (
      POSITION(SUBSTRING(organ_code FROM 15 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 30 * (
      POSITION(SUBSTRING(organ_code FROM 16 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 28 * (
      POSITION(SUBSTRING(organ_code FROM 17 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    ) + 1 * (
      POSITION(SUBSTRING(organ_code FROM 18 FOR 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1
    )
  ) % 31 = 0),
  CHECK (LENGTH(organ_division) = 6
  AND POSITION(SUBSTRING(organ_division FROM 1 FOR 1) IN '123456789') > 0
  AND POSITION(SUBSTRING(organ_division FROM 2 FOR 1) IN '0123456789') > 0
  AND POSITION(SUBSTRING(organ_division FROM 3 FOR 1) IN '0123456789') > 0
  AND POSITION(SUBSTRING(organ_division FROM 4 FOR 1) IN '0123456789') > 0
  AND POSITION(SUBSTRING(organ_division FROM 5 FOR 1) IN '0123456789') > 0
  AND POSITION(SUBSTRING(organ_division FROM 6 FOR 1) IN '0123456789') > 0),
  CHECK (organ_scope IN ('organ', 'region')),
  CHECK (form IN ('2019')
  OR COALESCE(
    t2_rules_made,
    t2_rules_published,
    t2_rules_published_total,
    t2_normative_documents_made,
    t2_normative_documents_published,
    t2_normative_documents_published_total,
    t2_administrative_licensing_prior_items,
    t2_administrative_licensing_change,
    t2_other_external_services_prior_items,
    t2_other_external_services_change,
    t2_other_external_services_decisions,
    t2_administrative_penalty_prior_items,
    t2_administrative_penalty_change,
    t2_administrative_compulsion_prior_items,
    t2_administrative_compulsion_change,
    t2_administrative_fees_prior_items,
    t2_administrative_fees_change,
    t2_centralized_procurement_projects,
    t2_centralized_procurement_amount
  ) IS NULL),
  CHECK (form IN ('2019', '2021-undivided')
  OR COALESCE(
    t3_other_natural_person,
    t3_other_commercial_enterprise,
    t3_other_research_institution,
    t3_other_public_interest_organization,
    t3_other_legal_service_organization,
    t3_other_other_organization,
    t3_other_total
  ) IS NULL),
  CHECK (form IN ('2021', '2021-undivided')
  OR COALESCE(
    t2_rules_issued,
    t2_rules_repealed,
    t2_rules_in_force,
    t2_normative_documents_issued,
    t2_normative_documents_repealed,
    t2_normative_documents_in_force,
    t2_administrative_fees_amount
  ) IS NULL),
  CHECK (form IN ('2021')
  OR COALESCE(
    t3_not_supplemented_natural_person,
    t3_not_supplemented_commercial_enterprise,
    t3_not_supplemented_research_institution,
    t3_not_supplemented_public_interest_organization,
    t3_not_supplemented_legal_service_organization,
    t3_not_supplemented_other_organization,
    t3_not_supplemented_total,
    t3_fee_unpaid_natural_person,
    t3_fee_unpaid_commercial_enterprise,
    t3_fee_unpaid_research_institution,
    t3_fee_unpaid_public_interest_organization,
    t3_fee_unpaid_legal_service_organization,
    t3_fee_unpaid_other_organization,
    t3_fee_unpaid_total,
    t3_miscellaneous_natural_person,
    t3_miscellaneous_commercial_enterprise,
    t3_miscellaneous_research_institution,
    t3_miscellaneous_public_interest_organization,
    t3_miscellaneous_legal_service_organization,
    t3_miscellaneous_other_organization,
    t3_miscellaneous_total
  ) IS NULL)
);

-- 各列是哪一格
-- Which cell each column holds
CREATE TABLE gxstats_cell (
  cell_column VARCHAR(63) NOT NULL PRIMARY KEY,
  address VARCHAR(100) NOT NULL,
  kind VARCHAR(6) NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL
);

-- 其内容
-- Its rows
INSERT INTO gxstats_cell VALUES ('t2_rules_made', '/disclosure/rules/made', 'count', '表二“规章”行“本年新制作数量”列', 'table 2, row "Rules", column "Newly made this year"');
INSERT INTO gxstats_cell VALUES ('t2_rules_published', '/disclosure/rules/published', 'count', '表二“规章”行“本年新公开数量”列', 'table 2, row "Rules", column "Newly disclosed this year"');
INSERT INTO gxstats_cell VALUES ('t2_rules_published_total', '/disclosure/rules/published_total', 'count', '表二“规章”行“对外公开总数量”列', 'table 2, row "Rules", column "Total disclosed to the public"');
INSERT INTO gxstats_cell VALUES ('t2_normative_documents_made', '/disclosure/normative_documents/made', 'count', '表二“规范性文件”行“本年新制作数量”列', 'table 2, row "Normative documents", column "Newly made this year"');
INSERT INTO gxstats_cell VALUES ('t2_normative_documents_published', '/disclosure/normative_documents/published', 'count', '表二“规范性文件”行“本年新公开数量”列', 'table 2, row "Normative documents", column "Newly disclosed this year"');
INSERT INTO gxstats_cell VALUES ('t2_normative_documents_published_total', '/disclosure/normative_documents/published_total', 'count', '表二“规范性文件”行“对外公开总数量”列', 'table 2, row "Normative documents", column "Total disclosed to the public"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_licensing_prior_items', '/disclosure/administrative_licensing/prior_items', 'count', '表二“行政许可”行“上一年项目数量”列', 'table 2, row "Administrative licensing", column "Number of items in the previous year"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_licensing_change', '/disclosure/administrative_licensing/change', 'change', '表二“行政许可”行“本年增/减”列', 'table 2, row "Administrative licensing", column "Increase/decrease this year"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_licensing_decisions', '/disclosure/administrative_licensing/decisions', 'count', '表二“行政许可”行“本年处理决定数量”列', 'table 2, row "Administrative licensing", column "Decisions made this year"');
INSERT INTO gxstats_cell VALUES ('t2_other_external_services_prior_items', '/disclosure/other_external_services/prior_items', 'count', '表二“其他对外管理服务事项”行“上一年项目数量”列', 'table 2, row "Other external management and service matters", column "Number of items in the previous year"');
INSERT INTO gxstats_cell VALUES ('t2_other_external_services_change', '/disclosure/other_external_services/change', 'change', '表二“其他对外管理服务事项”行“本年增/减”列', 'table 2, row "Other external management and service matters", column "Increase/decrease this year"');
INSERT INTO gxstats_cell VALUES ('t2_other_external_services_decisions', '/disclosure/other_external_services/decisions', 'count', '表二“其他对外管理服务事项”行“处理决定数量”列', 'table 2, row "Other external management and service matters", column "Number of decisions"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_penalty_prior_items', '/disclosure/administrative_penalty/prior_items', 'count', '表二“行政处罚”行“上一年项目数量”列', 'table 2, row "Administrative penalties", column "Number of items in the previous year"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_penalty_change', '/disclosure/administrative_penalty/change', 'change', '表二“行政处罚”行“本年增/减”列', 'table 2, row "Administrative penalties", column "Increase/decrease this year"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_penalty_decisions', '/disclosure/administrative_penalty/decisions', 'count', '表二“行政处罚”行“本年处理决定数量”列', 'table 2, row "Administrative penalties", column "Decisions made this year"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_compulsion_prior_items', '/disclosure/administrative_compulsion/prior_items', 'count', '表二“行政强制”行“上一年项目数量”列', 'table 2, row "Administrative compulsion", column "Number of items in the previous year"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_compulsion_change', '/disclosure/administrative_compulsion/change', 'change', '表二“行政强制”行“本年增/减”列', 'table 2, row "Administrative compulsion", column "Increase/decrease this year"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_compulsion_decisions', '/disclosure/administrative_compulsion/decisions', 'count', '表二“行政强制”行“本年处理决定数量”列', 'table 2, row "Administrative compulsion", column "Decisions made this year"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_fees_prior_items', '/disclosure/administrative_fees/prior_items', 'count', '表二“行政事业性收费”行“上一年项目数量”列', 'table 2, row "Administrative and public-institution fees", column "Number of items in the previous year"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_fees_change', '/disclosure/administrative_fees/change', 'change', '表二“行政事业性收费”行“本年增/减”列', 'table 2, row "Administrative and public-institution fees", column "Increase/decrease this year"');
INSERT INTO gxstats_cell VALUES ('t2_centralized_procurement_projects', '/disclosure/centralized_procurement/projects', 'count', '表二“政府集中采购”行“采购项目数量”列', 'table 2, row "Centralized government procurement", column "Number of procurement projects"');
INSERT INTO gxstats_cell VALUES ('t2_centralized_procurement_amount', '/disclosure/centralized_procurement/amount', 'amount', '表二“政府集中采购”行“采购总金额”列', 'table 2, row "Centralized government procurement", column "Total procurement amount"');
INSERT INTO gxstats_cell VALUES ('t3_received_natural_person', '/requests/received/natural_person', 'count', '表三“一、本年新收政府信息公开申请数量”行“自然人”列', 'table 3, row "1. New requests received this year", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_received_commercial_enterprise', '/requests/received/commercial_enterprise', 'count', '表三“一、本年新收政府信息公开申请数量”行“商业企业”列', 'table 3, row "1. New requests received this year", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_received_research_institution', '/requests/received/research_institution', 'count', '表三“一、本年新收政府信息公开申请数量”行“科研机构”列', 'table 3, row "1. New requests received this year", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_received_public_interest_organization', '/requests/received/public_interest_organization', 'count', '表三“一、本年新收政府信息公开申请数量”行“社会公益组织”列', 'table 3, row "1. New requests received this year", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_received_legal_service_organization', '/requests/received/legal_service_organization', 'count', '表三“一、本年新收政府信息公开申请数量”行“法律服务机构”列', 'table 3, row "1. New requests received this year", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_received_other_organization', '/requests/received/other_organization', 'count', '表三“一、本年新收政府信息公开申请数量”行“其他”列', 'table 3, row "1. New requests received this year", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_received_total', '/requests/received/total', 'count', '表三“一、本年新收政府信息公开申请数量”行“总计”列', 'table 3, row "1. New requests received this year", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_carried_in_natural_person', '/requests/carried_in/natural_person', 'count', '表三“二、上年结转政府信息公开申请数量”行“自然人”列', 'table 3, row "2. Requests carried over from the previous year", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_carried_in_commercial_enterprise', '/requests/carried_in/commercial_enterprise', 'count', '表三“二、上年结转政府信息公开申请数量”行“商业企业”列', 'table 3, row "2. Requests carried over from the previous year", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_carried_in_research_institution', '/requests/carried_in/research_institution', 'count', '表三“二、上年结转政府信息公开申请数量”行“科研机构”列', 'table 3, row "2. Requests carried over from the previous year", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_carried_in_public_interest_organization', '/requests/carried_in/public_interest_organization', 'count', '表三“二、上年结转政府信息公开申请数量”行“社会公益组织”列', 'table 3, row "2. Requests carried over from the previous year", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_carried_in_legal_service_organization', '/requests/carried_in/legal_service_organization', 'count', '表三“二、上年结转政府信息公开申请数量”行“法律服务机构”列', 'table 3, row "2. Requests carried over from the previous year", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_carried_in_other_organization', '/requests/carried_in/other_organization', 'count', '表三“二、上年结转政府信息公开申请数量”行“其他”列', 'table 3, row "2. Requests carried over from the previous year", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_carried_in_total', '/requests/carried_in/total', 'count', '表三“二、上年结转政府信息公开申请数量”行“总计”列', 'table 3, row "2. Requests carried over from the previous year", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_granted_natural_person', '/requests/outcomes/granted/natural_person', 'count', '表三“（一）予以公开”行“自然人”列', 'table 3, row "(1) Granted in full", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_granted_commercial_enterprise', '/requests/outcomes/granted/commercial_enterprise', 'count', '表三“（一）予以公开”行“商业企业”列', 'table 3, row "(1) Granted in full", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_granted_research_institution', '/requests/outcomes/granted/research_institution', 'count', '表三“（一）予以公开”行“科研机构”列', 'table 3, row "(1) Granted in full", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_granted_public_interest_organization', '/requests/outcomes/granted/public_interest_organization', 'count', '表三“（一）予以公开”行“社会公益组织”列', 'table 3, row "(1) Granted in full", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_granted_legal_service_organization', '/requests/outcomes/granted/legal_service_organization', 'count', '表三“（一）予以公开”行“法律服务机构”列', 'table 3, row "(1) Granted in full", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_granted_other_organization', '/requests/outcomes/granted/other_organization', 'count', '表三“（一）予以公开”行“其他”列', 'table 3, row "(1) Granted in full", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_granted_total', '/requests/outcomes/granted/total', 'count', '表三“（一）予以公开”行“总计”列', 'table 3, row "(1) Granted in full", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_partially_granted_natural_person', '/requests/outcomes/partially_granted/natural_person', 'count', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行“自然人”列', 'table 3, row "(2) Granted in part (count a severed request here only)", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_partially_granted_commercial_enterprise', '/requests/outcomes/partially_granted/commercial_enterprise', 'count', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行“商业企业”列', 'table 3, row "(2) Granted in part (count a severed request here only)", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_partially_granted_research_institution', '/requests/outcomes/partially_granted/research_institution', 'count', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行“科研机构”列', 'table 3, row "(2) Granted in part (count a severed request here only)", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_partially_granted_public_interest_organization', '/requests/outcomes/partially_granted/public_interest_organization', 'count', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行“社会公益组织”列', 'table 3, row "(2) Granted in part (count a severed request here only)", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_partially_granted_legal_service_organization', '/requests/outcomes/partially_granted/legal_service_organization', 'count', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行“法律服务机构”列', 'table 3, row "(2) Granted in part (count a severed request here only)", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_partially_granted_other_organization', '/requests/outcomes/partially_granted/other_organization', 'count', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行“其他”列', 'table 3, row "(2) Granted in part (count a severed request here only)", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_partially_granted_total', '/requests/outcomes/partially_granted/total', 'count', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行“总计”列', 'table 3, row "(2) Granted in part (count a severed request here only)", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_state_secret_natural_person', '/requests/outcomes/refused/state_secret/natural_person', 'count', '表三“（三）不予公开 1.属于国家秘密”行“自然人”列', 'table 3, row "(3) Refused: State secrets", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_state_secret_commercial_enterprise', '/requests/outcomes/refused/state_secret/commercial_enterprise', 'count', '表三“（三）不予公开 1.属于国家秘密”行“商业企业”列', 'table 3, row "(3) Refused: State secrets", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_state_secret_research_institution', '/requests/outcomes/refused/state_secret/research_institution', 'count', '表三“（三）不予公开 1.属于国家秘密”行“科研机构”列', 'table 3, row "(3) Refused: State secrets", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_state_secret_public_interest_organization', '/requests/outcomes/refused/state_secret/public_interest_organization', 'count', '表三“（三）不予公开 1.属于国家秘密”行“社会公益组织”列', 'table 3, row "(3) Refused: State secrets", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_state_secret_legal_service_organization', '/requests/outcomes/refused/state_secret/legal_service_organization', 'count', '表三“（三）不予公开 1.属于国家秘密”行“法律服务机构”列', 'table 3, row "(3) Refused: State secrets", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_state_secret_other_organization', '/requests/outcomes/refused/state_secret/other_organization', 'count', '表三“（三）不予公开 1.属于国家秘密”行“其他”列', 'table 3, row "(3) Refused: State secrets", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_state_secret_total', '/requests/outcomes/refused/state_secret/total', 'count', '表三“（三）不予公开 1.属于国家秘密”行“总计”列', 'table 3, row "(3) Refused: State secrets", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_prohibited_by_law_natural_person', '/requests/outcomes/refused/prohibited_by_law/natural_person', 'count', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行“自然人”列', 'table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_prohibited_by_law_commercial_enterprise', '/requests/outcomes/refused/prohibited_by_law/commercial_enterprise', 'count', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行“商业企业”列', 'table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_prohibited_by_law_research_institution', '/requests/outcomes/refused/prohibited_by_law/research_institution', 'count', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行“科研机构”列', 'table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_prohibited_by_law_public_interest_organization', '/requests/outcomes/refused/prohibited_by_law/public_interest_organization', 'count', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行“社会公益组织”列', 'table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_prohibited_by_law_legal_service_organization', '/requests/outcomes/refused/prohibited_by_law/legal_service_organization', 'count', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行“法律服务机构”列', 'table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_prohibited_by_law_other_organization', '/requests/outcomes/refused/prohibited_by_law/other_organization', 'count', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行“其他”列', 'table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_prohibited_by_law_total', '/requests/outcomes/refused/prohibited_by_law/total', 'count', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行“总计”列', 'table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_security_stability_natural_person', '/requests/outcomes/refused/security_stability/natural_person', 'count', '表三“（三）不予公开 3.危及“三安全一稳定””行“自然人”列', 'table 3, row "(3) Refused: Endangers national, public or economic security or social stability", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_security_stability_commercial_enterprise', '/requests/outcomes/refused/security_stability/commercial_enterprise', 'count', '表三“（三）不予公开 3.危及“三安全一稳定””行“商业企业”列', 'table 3, row "(3) Refused: Endangers national, public or economic security or social stability", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_security_stability_research_institution', '/requests/outcomes/refused/security_stability/research_institution', 'count', '表三“（三）不予公开 3.危及“三安全一稳定””行“科研机构”列', 'table 3, row "(3) Refused: Endangers national, public or economic security or social stability", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_security_stability_public_interest_organization', '/requests/outcomes/refused/security_stability/public_interest_organization', 'count', '表三“（三）不予公开 3.危及“三安全一稳定””行“社会公益组织”列', 'table 3, row "(3) Refused: Endangers national, public or economic security or social stability", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_security_stability_legal_service_organization', '/requests/outcomes/refused/security_stability/legal_service_organization', 'count', '表三“（三）不予公开 3.危及“三安全一稳定””行“法律服务机构”列', 'table 3, row "(3) Refused: Endangers national, public or economic security or social stability", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_security_stability_other_organization', '/requests/outcomes/refused/security_stability/other_organization', 'count', '表三“（三）不予公开 3.危及“三安全一稳定””行“其他”列', 'table 3, row "(3) Refused: Endangers national, public or economic security or social stability", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_security_stability_total', '/requests/outcomes/refused/security_stability/total', 'count', '表三“（三）不予公开 3.危及“三安全一稳定””行“总计”列', 'table 3, row "(3) Refused: Endangers national, public or economic security or social stability", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_third_party_natural_person', '/requests/outcomes/refused/third_party/natural_person', 'count', '表三“（三）不予公开 4.保护第三方合法权益”行“自然人”列', 'table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_third_party_commercial_enterprise', '/requests/outcomes/refused/third_party/commercial_enterprise', 'count', '表三“（三）不予公开 4.保护第三方合法权益”行“商业企业”列', 'table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_third_party_research_institution', '/requests/outcomes/refused/third_party/research_institution', 'count', '表三“（三）不予公开 4.保护第三方合法权益”行“科研机构”列', 'table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_third_party_public_interest_organization', '/requests/outcomes/refused/third_party/public_interest_organization', 'count', '表三“（三）不予公开 4.保护第三方合法权益”行“社会公益组织”列', 'table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_third_party_legal_service_organization', '/requests/outcomes/refused/third_party/legal_service_organization', 'count', '表三“（三）不予公开 4.保护第三方合法权益”行“法律服务机构”列', 'table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_third_party_other_organization', '/requests/outcomes/refused/third_party/other_organization', 'count', '表三“（三）不予公开 4.保护第三方合法权益”行“其他”列', 'table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_third_party_total', '/requests/outcomes/refused/third_party/total', 'count', '表三“（三）不予公开 4.保护第三方合法权益”行“总计”列', 'table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_internal_affairs_natural_person', '/requests/outcomes/refused/internal_affairs/natural_person', 'count', '表三“（三）不予公开 5.属于三类内部事务信息”行“自然人”列', 'table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_internal_affairs_commercial_enterprise', '/requests/outcomes/refused/internal_affairs/commercial_enterprise', 'count', '表三“（三）不予公开 5.属于三类内部事务信息”行“商业企业”列', 'table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_internal_affairs_research_institution', '/requests/outcomes/refused/internal_affairs/research_institution', 'count', '表三“（三）不予公开 5.属于三类内部事务信息”行“科研机构”列', 'table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_internal_affairs_public_interest_organization', '/requests/outcomes/refused/internal_affairs/public_interest_organization', 'count', '表三“（三）不予公开 5.属于三类内部事务信息”行“社会公益组织”列', 'table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_internal_affairs_legal_service_organization', '/requests/outcomes/refused/internal_affairs/legal_service_organization', 'count', '表三“（三）不予公开 5.属于三类内部事务信息”行“法律服务机构”列', 'table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_internal_affairs_other_organization', '/requests/outcomes/refused/internal_affairs/other_organization', 'count', '表三“（三）不予公开 5.属于三类内部事务信息”行“其他”列', 'table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_internal_affairs_total', '/requests/outcomes/refused/internal_affairs/total', 'count', '表三“（三）不予公开 5.属于三类内部事务信息”行“总计”列', 'table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_process_information_natural_person', '/requests/outcomes/refused/process_information/natural_person', 'count', '表三“（三）不予公开 6.属于四类过程性信息”行“自然人”列', 'table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_process_information_commercial_enterprise', '/requests/outcomes/refused/process_information/commercial_enterprise', 'count', '表三“（三）不予公开 6.属于四类过程性信息”行“商业企业”列', 'table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_process_information_research_institution', '/requests/outcomes/refused/process_information/research_institution', 'count', '表三“（三）不予公开 6.属于四类过程性信息”行“科研机构”列', 'table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_process_information_public_interest_organization', '/requests/outcomes/refused/process_information/public_interest_organization', 'count', '表三“（三）不予公开 6.属于四类过程性信息”行“社会公益组织”列', 'table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_process_information_legal_service_organization', '/requests/outcomes/refused/process_information/legal_service_organization', 'count', '表三“（三）不予公开 6.属于四类过程性信息”行“法律服务机构”列', 'table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_process_information_other_organization', '/requests/outcomes/refused/process_information/other_organization', 'count', '表三“（三）不予公开 6.属于四类过程性信息”行“其他”列', 'table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_process_information_total', '/requests/outcomes/refused/process_information/total', 'count', '表三“（三）不予公开 6.属于四类过程性信息”行“总计”列', 'table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_enforcement_files_natural_person', '/requests/outcomes/refused/enforcement_files/natural_person', 'count', '表三“（三）不予公开 7.属于行政执法案卷”行“自然人”列', 'table 3, row "(3) Refused: Administrative enforcement case files", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_enforcement_files_commercial_enterprise', '/requests/outcomes/refused/enforcement_files/commercial_enterprise', 'count', '表三“（三）不予公开 7.属于行政执法案卷”行“商业企业”列', 'table 3, row "(3) Refused: Administrative enforcement case files", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_enforcement_files_research_institution', '/requests/outcomes/refused/enforcement_files/research_institution', 'count', '表三“（三）不予公开 7.属于行政执法案卷”行“科研机构”列', 'table 3, row "(3) Refused: Administrative enforcement case files", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_enforcement_files_public_interest_organization', '/requests/outcomes/refused/enforcement_files/public_interest_organization', 'count', '表三“（三）不予公开 7.属于行政执法案卷”行“社会公益组织”列', 'table 3, row "(3) Refused: Administrative enforcement case files", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_enforcement_files_legal_service_organization', '/requests/outcomes/refused/enforcement_files/legal_service_organization', 'count', '表三“（三）不予公开 7.属于行政执法案卷”行“法律服务机构”列', 'table 3, row "(3) Refused: Administrative enforcement case files", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_enforcement_files_other_organization', '/requests/outcomes/refused/enforcement_files/other_organization', 'count', '表三“（三）不予公开 7.属于行政执法案卷”行“其他”列', 'table 3, row "(3) Refused: Administrative enforcement case files", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_enforcement_files_total', '/requests/outcomes/refused/enforcement_files/total', 'count', '表三“（三）不予公开 7.属于行政执法案卷”行“总计”列', 'table 3, row "(3) Refused: Administrative enforcement case files", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_inquiry_matters_natural_person', '/requests/outcomes/refused/inquiry_matters/natural_person', 'count', '表三“（三）不予公开 8.属于行政查询事项”行“自然人”列', 'table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_inquiry_matters_commercial_enterprise', '/requests/outcomes/refused/inquiry_matters/commercial_enterprise', 'count', '表三“（三）不予公开 8.属于行政查询事项”行“商业企业”列', 'table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_inquiry_matters_research_institution', '/requests/outcomes/refused/inquiry_matters/research_institution', 'count', '表三“（三）不予公开 8.属于行政查询事项”行“科研机构”列', 'table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_inquiry_matters_public_interest_organization', '/requests/outcomes/refused/inquiry_matters/public_interest_organization', 'count', '表三“（三）不予公开 8.属于行政查询事项”行“社会公益组织”列', 'table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_inquiry_matters_legal_service_organization', '/requests/outcomes/refused/inquiry_matters/legal_service_organization', 'count', '表三“（三）不予公开 8.属于行政查询事项”行“法律服务机构”列', 'table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_inquiry_matters_other_organization', '/requests/outcomes/refused/inquiry_matters/other_organization', 'count', '表三“（三）不予公开 8.属于行政查询事项”行“其他”列', 'table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_inquiry_matters_total', '/requests/outcomes/refused/inquiry_matters/total', 'count', '表三“（三）不予公开 8.属于行政查询事项”行“总计”列', 'table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_not_held_natural_person', '/requests/outcomes/unavailable/not_held/natural_person', 'count', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行“自然人”列', 'table 3, row "(4) Unable to provide: Information not held by this organ", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_not_held_commercial_enterprise', '/requests/outcomes/unavailable/not_held/commercial_enterprise', 'count', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行“商业企业”列', 'table 3, row "(4) Unable to provide: Information not held by this organ", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_not_held_research_institution', '/requests/outcomes/unavailable/not_held/research_institution', 'count', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行“科研机构”列', 'table 3, row "(4) Unable to provide: Information not held by this organ", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_not_held_public_interest_organization', '/requests/outcomes/unavailable/not_held/public_interest_organization', 'count', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行“社会公益组织”列', 'table 3, row "(4) Unable to provide: Information not held by this organ", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_not_held_legal_service_organization', '/requests/outcomes/unavailable/not_held/legal_service_organization', 'count', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行“法律服务机构”列', 'table 3, row "(4) Unable to provide: Information not held by this organ", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_not_held_other_organization', '/requests/outcomes/unavailable/not_held/other_organization', 'count', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行“其他”列', 'table 3, row "(4) Unable to provide: Information not held by this organ", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_not_held_total', '/requests/outcomes/unavailable/not_held/total', 'count', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行“总计”列', 'table 3, row "(4) Unable to provide: Information not held by this organ", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_needs_creation_natural_person', '/requests/outcomes/unavailable/needs_creation/natural_person', 'count', '表三“（四）无法提供 2.没有现成信息需要另行制作”行“自然人”列', 'table 3, row "(4) Unable to provide: No existing record; would have to be created", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_needs_creation_commercial_enterprise', '/requests/outcomes/unavailable/needs_creation/commercial_enterprise', 'count', '表三“（四）无法提供 2.没有现成信息需要另行制作”行“商业企业”列', 'table 3, row "(4) Unable to provide: No existing record; would have to be created", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_needs_creation_research_institution', '/requests/outcomes/unavailable/needs_creation/research_institution', 'count', '表三“（四）无法提供 2.没有现成信息需要另行制作”行“科研机构”列', 'table 3, row "(4) Unable to provide: No existing record; would have to be created", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_needs_creation_public_interest_organization', '/requests/outcomes/unavailable/needs_creation/public_interest_organization', 'count', '表三“（四）无法提供 2.没有现成信息需要另行制作”行“社会公益组织”列', 'table 3, row "(4) Unable to provide: No existing record; would have to be created", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_needs_creation_legal_service_organization', '/requests/outcomes/unavailable/needs_creation/legal_service_organization', 'count', '表三“（四）无法提供 2.没有现成信息需要另行制作”行“法律服务机构”列', 'table 3, row "(4) Unable to provide: No existing record; would have to be created", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_needs_creation_other_organization', '/requests/outcomes/unavailable/needs_creation/other_organization', 'count', '表三“（四）无法提供 2.没有现成信息需要另行制作”行“其他”列', 'table 3, row "(4) Unable to provide: No existing record; would have to be created", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_needs_creation_total', '/requests/outcomes/unavailable/needs_creation/total', 'count', '表三“（四）无法提供 2.没有现成信息需要另行制作”行“总计”列', 'table 3, row "(4) Unable to provide: No existing record; would have to be created", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_unclear_natural_person', '/requests/outcomes/unavailable/unclear/natural_person', 'count', '表三“（四）无法提供 3.补正后申请内容仍不明确”行“自然人”列', 'table 3, row "(4) Unable to provide: Request still unclear after clarification", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_unclear_commercial_enterprise', '/requests/outcomes/unavailable/unclear/commercial_enterprise', 'count', '表三“（四）无法提供 3.补正后申请内容仍不明确”行“商业企业”列', 'table 3, row "(4) Unable to provide: Request still unclear after clarification", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_unclear_research_institution', '/requests/outcomes/unavailable/unclear/research_institution', 'count', '表三“（四）无法提供 3.补正后申请内容仍不明确”行“科研机构”列', 'table 3, row "(4) Unable to provide: Request still unclear after clarification", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_unclear_public_interest_organization', '/requests/outcomes/unavailable/unclear/public_interest_organization', 'count', '表三“（四）无法提供 3.补正后申请内容仍不明确”行“社会公益组织”列', 'table 3, row "(4) Unable to provide: Request still unclear after clarification", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_unclear_legal_service_organization', '/requests/outcomes/unavailable/unclear/legal_service_organization', 'count', '表三“（四）无法提供 3.补正后申请内容仍不明确”行“法律服务机构”列', 'table 3, row "(4) Unable to provide: Request still unclear after clarification", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_unclear_other_organization', '/requests/outcomes/unavailable/unclear/other_organization', 'count', '表三“（四）无法提供 3.补正后申请内容仍不明确”行“其他”列', 'table 3, row "(4) Unable to provide: Request still unclear after clarification", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_unclear_total', '/requests/outcomes/unavailable/unclear/total', 'count', '表三“（四）无法提供 3.补正后申请内容仍不明确”行“总计”列', 'table 3, row "(4) Unable to provide: Request still unclear after clarification", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_petition_natural_person', '/requests/outcomes/not_processed/petition/natural_person', 'count', '表三“（五）不予处理 1.信访举报投诉类申请”行“自然人”列', 'table 3, row "(5) Not processed: Petitions, tip-offs or complaints", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_petition_commercial_enterprise', '/requests/outcomes/not_processed/petition/commercial_enterprise', 'count', '表三“（五）不予处理 1.信访举报投诉类申请”行“商业企业”列', 'table 3, row "(5) Not processed: Petitions, tip-offs or complaints", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_petition_research_institution', '/requests/outcomes/not_processed/petition/research_institution', 'count', '表三“（五）不予处理 1.信访举报投诉类申请”行“科研机构”列', 'table 3, row "(5) Not processed: Petitions, tip-offs or complaints", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_petition_public_interest_organization', '/requests/outcomes/not_processed/petition/public_interest_organization', 'count', '表三“（五）不予处理 1.信访举报投诉类申请”行“社会公益组织”列', 'table 3, row "(5) Not processed: Petitions, tip-offs or complaints", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_petition_legal_service_organization', '/requests/outcomes/not_processed/petition/legal_service_organization', 'count', '表三“（五）不予处理 1.信访举报投诉类申请”行“法律服务机构”列', 'table 3, row "(5) Not processed: Petitions, tip-offs or complaints", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_petition_other_organization', '/requests/outcomes/not_processed/petition/other_organization', 'count', '表三“（五）不予处理 1.信访举报投诉类申请”行“其他”列', 'table 3, row "(5) Not processed: Petitions, tip-offs or complaints", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_petition_total', '/requests/outcomes/not_processed/petition/total', 'count', '表三“（五）不予处理 1.信访举报投诉类申请”行“总计”列', 'table 3, row "(5) Not processed: Petitions, tip-offs or complaints", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_repeat_natural_person', '/requests/outcomes/not_processed/repeat/natural_person', 'count', '表三“（五）不予处理 2.重复申请”行“自然人”列', 'table 3, row "(5) Not processed: Repeated requests", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_repeat_commercial_enterprise', '/requests/outcomes/not_processed/repeat/commercial_enterprise', 'count', '表三“（五）不予处理 2.重复申请”行“商业企业”列', 'table 3, row "(5) Not processed: Repeated requests", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_repeat_research_institution', '/requests/outcomes/not_processed/repeat/research_institution', 'count', '表三“（五）不予处理 2.重复申请”行“科研机构”列', 'table 3, row "(5) Not processed: Repeated requests", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_repeat_public_interest_organization', '/requests/outcomes/not_processed/repeat/public_interest_organization', 'count', '表三“（五）不予处理 2.重复申请”行“社会公益组织”列', 'table 3, row "(5) Not processed: Repeated requests", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_repeat_legal_service_organization', '/requests/outcomes/not_processed/repeat/legal_service_organization', 'count', '表三“（五）不予处理 2.重复申请”行“法律服务机构”列', 'table 3, row "(5) Not processed: Repeated requests", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_repeat_other_organization', '/requests/outcomes/not_processed/repeat/other_organization', 'count', '表三“（五）不予处理 2.重复申请”行“其他”列', 'table 3, row "(5) Not processed: Repeated requests", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_repeat_total', '/requests/outcomes/not_processed/repeat/total', 'count', '表三“（五）不予处理 2.重复申请”行“总计”列', 'table 3, row "(5) Not processed: Repeated requests", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_publications_natural_person', '/requests/outcomes/not_processed/publications/natural_person', 'count', '表三“（五）不予处理 3.要求提供公开出版物”行“自然人”列', 'table 3, row "(5) Not processed: Requests for published works", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_publications_commercial_enterprise', '/requests/outcomes/not_processed/publications/commercial_enterprise', 'count', '表三“（五）不予处理 3.要求提供公开出版物”行“商业企业”列', 'table 3, row "(5) Not processed: Requests for published works", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_publications_research_institution', '/requests/outcomes/not_processed/publications/research_institution', 'count', '表三“（五）不予处理 3.要求提供公开出版物”行“科研机构”列', 'table 3, row "(5) Not processed: Requests for published works", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_publications_public_interest_organization', '/requests/outcomes/not_processed/publications/public_interest_organization', 'count', '表三“（五）不予处理 3.要求提供公开出版物”行“社会公益组织”列', 'table 3, row "(5) Not processed: Requests for published works", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_publications_legal_service_organization', '/requests/outcomes/not_processed/publications/legal_service_organization', 'count', '表三“（五）不予处理 3.要求提供公开出版物”行“法律服务机构”列', 'table 3, row "(5) Not processed: Requests for published works", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_publications_other_organization', '/requests/outcomes/not_processed/publications/other_organization', 'count', '表三“（五）不予处理 3.要求提供公开出版物”行“其他”列', 'table 3, row "(5) Not processed: Requests for published works", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_publications_total', '/requests/outcomes/not_processed/publications/total', 'count', '表三“（五）不予处理 3.要求提供公开出版物”行“总计”列', 'table 3, row "(5) Not processed: Requests for published works", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_excessive_natural_person', '/requests/outcomes/not_processed/excessive/natural_person', 'count', '表三“（五）不予处理 4.无正当理由大量反复申请”行“自然人”列', 'table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_excessive_commercial_enterprise', '/requests/outcomes/not_processed/excessive/commercial_enterprise', 'count', '表三“（五）不予处理 4.无正当理由大量反复申请”行“商业企业”列', 'table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_excessive_research_institution', '/requests/outcomes/not_processed/excessive/research_institution', 'count', '表三“（五）不予处理 4.无正当理由大量反复申请”行“科研机构”列', 'table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_excessive_public_interest_organization', '/requests/outcomes/not_processed/excessive/public_interest_organization', 'count', '表三“（五）不予处理 4.无正当理由大量反复申请”行“社会公益组织”列', 'table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_excessive_legal_service_organization', '/requests/outcomes/not_processed/excessive/legal_service_organization', 'count', '表三“（五）不予处理 4.无正当理由大量反复申请”行“法律服务机构”列', 'table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_excessive_other_organization', '/requests/outcomes/not_processed/excessive/other_organization', 'count', '表三“（五）不予处理 4.无正当理由大量反复申请”行“其他”列', 'table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_excessive_total', '/requests/outcomes/not_processed/excessive/total', 'count', '表三“（五）不予处理 4.无正当理由大量反复申请”行“总计”列', 'table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_reissue_natural_person', '/requests/outcomes/not_processed/reissue/natural_person', 'count', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行“自然人”列', 'table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_reissue_commercial_enterprise', '/requests/outcomes/not_processed/reissue/commercial_enterprise', 'count', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行“商业企业”列', 'table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_reissue_research_institution', '/requests/outcomes/not_processed/reissue/research_institution', 'count', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行“科研机构”列', 'table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_reissue_public_interest_organization', '/requests/outcomes/not_processed/reissue/public_interest_organization', 'count', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行“社会公益组织”列', 'table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_reissue_legal_service_organization', '/requests/outcomes/not_processed/reissue/legal_service_organization', 'count', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行“法律服务机构”列', 'table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_reissue_other_organization', '/requests/outcomes/not_processed/reissue/other_organization', 'count', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行“其他”列', 'table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_reissue_total', '/requests/outcomes/not_processed/reissue/total', 'count', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行“总计”列', 'table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_other_natural_person', '/requests/outcomes/other/natural_person', 'count', '表三“（六）其他处理”行“自然人”列', 'table 3, row "(6) Other outcomes", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_other_commercial_enterprise', '/requests/outcomes/other/commercial_enterprise', 'count', '表三“（六）其他处理”行“商业企业”列', 'table 3, row "(6) Other outcomes", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_other_research_institution', '/requests/outcomes/other/research_institution', 'count', '表三“（六）其他处理”行“科研机构”列', 'table 3, row "(6) Other outcomes", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_other_public_interest_organization', '/requests/outcomes/other/public_interest_organization', 'count', '表三“（六）其他处理”行“社会公益组织”列', 'table 3, row "(6) Other outcomes", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_other_legal_service_organization', '/requests/outcomes/other/legal_service_organization', 'count', '表三“（六）其他处理”行“法律服务机构”列', 'table 3, row "(6) Other outcomes", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_other_other_organization', '/requests/outcomes/other/other_organization', 'count', '表三“（六）其他处理”行“其他”列', 'table 3, row "(6) Other outcomes", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_other_total', '/requests/outcomes/other/total', 'count', '表三“（六）其他处理”行“总计”列', 'table 3, row "(6) Other outcomes", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_total_natural_person', '/requests/outcomes/total/natural_person', 'count', '表三“（七）总计”行“自然人”列', 'table 3, row "(7) Total", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_total_commercial_enterprise', '/requests/outcomes/total/commercial_enterprise', 'count', '表三“（七）总计”行“商业企业”列', 'table 3, row "(7) Total", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_total_research_institution', '/requests/outcomes/total/research_institution', 'count', '表三“（七）总计”行“科研机构”列', 'table 3, row "(7) Total", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_total_public_interest_organization', '/requests/outcomes/total/public_interest_organization', 'count', '表三“（七）总计”行“社会公益组织”列', 'table 3, row "(7) Total", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_total_legal_service_organization', '/requests/outcomes/total/legal_service_organization', 'count', '表三“（七）总计”行“法律服务机构”列', 'table 3, row "(7) Total", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_total_other_organization', '/requests/outcomes/total/other_organization', 'count', '表三“（七）总计”行“其他”列', 'table 3, row "(7) Total", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_total_total', '/requests/outcomes/total/total', 'count', '表三“（七）总计”行“总计”列', 'table 3, row "(7) Total", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_carried_out_natural_person', '/requests/carried_out/natural_person', 'count', '表三“四、结转下年度继续办理”行“自然人”列', 'table 3, row "4. Requests carried over to next year", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_carried_out_commercial_enterprise', '/requests/carried_out/commercial_enterprise', 'count', '表三“四、结转下年度继续办理”行“商业企业”列', 'table 3, row "4. Requests carried over to next year", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_carried_out_research_institution', '/requests/carried_out/research_institution', 'count', '表三“四、结转下年度继续办理”行“科研机构”列', 'table 3, row "4. Requests carried over to next year", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_carried_out_public_interest_organization', '/requests/carried_out/public_interest_organization', 'count', '表三“四、结转下年度继续办理”行“社会公益组织”列', 'table 3, row "4. Requests carried over to next year", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_carried_out_legal_service_organization', '/requests/carried_out/legal_service_organization', 'count', '表三“四、结转下年度继续办理”行“法律服务机构”列', 'table 3, row "4. Requests carried over to next year", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_carried_out_other_organization', '/requests/carried_out/other_organization', 'count', '表三“四、结转下年度继续办理”行“其他”列', 'table 3, row "4. Requests carried over to next year", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_carried_out_total', '/requests/carried_out/total', 'count', '表三“四、结转下年度继续办理”行“总计”列', 'table 3, row "4. Requests carried over to next year", column "Total"');
INSERT INTO gxstats_cell VALUES ('t4_reconsideration_upheld', '/disputes/reconsideration/upheld', 'count', '表四“行政复议：结果维持”', 'table 4, column "Administrative reconsideration: Upheld"');
INSERT INTO gxstats_cell VALUES ('t4_reconsideration_corrected', '/disputes/reconsideration/corrected', 'count', '表四“行政复议：结果纠正”', 'table 4, column "Administrative reconsideration: Corrected"');
INSERT INTO gxstats_cell VALUES ('t4_reconsideration_other', '/disputes/reconsideration/other', 'count', '表四“行政复议：其他结果”', 'table 4, column "Administrative reconsideration: Other result"');
INSERT INTO gxstats_cell VALUES ('t4_reconsideration_pending', '/disputes/reconsideration/pending', 'count', '表四“行政复议：尚未审结”', 'table 4, column "Administrative reconsideration: Pending"');
INSERT INTO gxstats_cell VALUES ('t4_reconsideration_total', '/disputes/reconsideration/total', 'count', '表四“行政复议：总计”', 'table 4, column "Administrative reconsideration: Total"');
INSERT INTO gxstats_cell VALUES ('t4_direct_litigation_upheld', '/disputes/direct_litigation/upheld', 'count', '表四“未经复议直接起诉：结果维持”', 'table 4, column "Litigation filed without prior reconsideration: Upheld"');
INSERT INTO gxstats_cell VALUES ('t4_direct_litigation_corrected', '/disputes/direct_litigation/corrected', 'count', '表四“未经复议直接起诉：结果纠正”', 'table 4, column "Litigation filed without prior reconsideration: Corrected"');
INSERT INTO gxstats_cell VALUES ('t4_direct_litigation_other', '/disputes/direct_litigation/other', 'count', '表四“未经复议直接起诉：其他结果”', 'table 4, column "Litigation filed without prior reconsideration: Other result"');
INSERT INTO gxstats_cell VALUES ('t4_direct_litigation_pending', '/disputes/direct_litigation/pending', 'count', '表四“未经复议直接起诉：尚未审结”', 'table 4, column "Litigation filed without prior reconsideration: Pending"');
INSERT INTO gxstats_cell VALUES ('t4_direct_litigation_total', '/disputes/direct_litigation/total', 'count', '表四“未经复议直接起诉：总计”', 'table 4, column "Litigation filed without prior reconsideration: Total"');
INSERT INTO gxstats_cell VALUES ('t4_litigation_after_reconsideration_upheld', '/disputes/litigation_after_reconsideration/upheld', 'count', '表四“复议后起诉：结果维持”', 'table 4, column "Litigation filed after reconsideration: Upheld"');
INSERT INTO gxstats_cell VALUES ('t4_litigation_after_reconsideration_corrected', '/disputes/litigation_after_reconsideration/corrected', 'count', '表四“复议后起诉：结果纠正”', 'table 4, column "Litigation filed after reconsideration: Corrected"');
INSERT INTO gxstats_cell VALUES ('t4_litigation_after_reconsideration_other', '/disputes/litigation_after_reconsideration/other', 'count', '表四“复议后起诉：其他结果”', 'table 4, column "Litigation filed after reconsideration: Other result"');
INSERT INTO gxstats_cell VALUES ('t4_litigation_after_reconsideration_pending', '/disputes/litigation_after_reconsideration/pending', 'count', '表四“复议后起诉：尚未审结”', 'table 4, column "Litigation filed after reconsideration: Pending"');
INSERT INTO gxstats_cell VALUES ('t4_litigation_after_reconsideration_total', '/disputes/litigation_after_reconsideration/total', 'count', '表四“复议后起诉：总计”', 'table 4, column "Litigation filed after reconsideration: Total"');
INSERT INTO gxstats_cell VALUES ('t2_rules_issued', '/disclosure/rules/issued', 'count', '表二“规章”行“本年制发件数”列', 'table 2, row "Rules", column "Issued this year"');
INSERT INTO gxstats_cell VALUES ('t2_rules_repealed', '/disclosure/rules/repealed', 'count', '表二“规章”行“本年废止件数”列', 'table 2, row "Rules", column "Repealed this year"');
INSERT INTO gxstats_cell VALUES ('t2_rules_in_force', '/disclosure/rules/in_force', 'count', '表二“规章”行“现行有效件数”列', 'table 2, row "Rules", column "Currently in force"');
INSERT INTO gxstats_cell VALUES ('t2_normative_documents_issued', '/disclosure/normative_documents/issued', 'count', '表二“行政规范性文件”行“本年制发件数”列', 'table 2, row "Administrative normative documents", column "Issued this year"');
INSERT INTO gxstats_cell VALUES ('t2_normative_documents_repealed', '/disclosure/normative_documents/repealed', 'count', '表二“行政规范性文件”行“本年废止件数”列', 'table 2, row "Administrative normative documents", column "Repealed this year"');
INSERT INTO gxstats_cell VALUES ('t2_normative_documents_in_force', '/disclosure/normative_documents/in_force', 'count', '表二“行政规范性文件”行“现行有效件数”列', 'table 2, row "Administrative normative documents", column "Currently in force"');
INSERT INTO gxstats_cell VALUES ('t2_administrative_fees_amount', '/disclosure/administrative_fees/amount', 'amount', '表二“行政事业性收费”行“本年收费金额（单位：万元）”列', 'table 2, row "Administrative and public-institution fees", column "Amount charged this year (10,000 yuan)"');
INSERT INTO gxstats_cell VALUES ('t3_not_supplemented_natural_person', '/requests/outcomes/other/not_supplemented/natural_person', 'count', '表三“（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”行“自然人”列', 'table 3, row "(6) Other outcomes: Applicant did not clarify in time; request closed", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_not_supplemented_commercial_enterprise', '/requests/outcomes/other/not_supplemented/commercial_enterprise', 'count', '表三“（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”行“商业企业”列', 'table 3, row "(6) Other outcomes: Applicant did not clarify in time; request closed", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_not_supplemented_research_institution', '/requests/outcomes/other/not_supplemented/research_institution', 'count', '表三“（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”行“科研机构”列', 'table 3, row "(6) Other outcomes: Applicant did not clarify in time; request closed", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_not_supplemented_public_interest_organization', '/requests/outcomes/other/not_supplemented/public_interest_organization', 'count', '表三“（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”行“社会公益组织”列', 'table 3, row "(6) Other outcomes: Applicant did not clarify in time; request closed", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_not_supplemented_legal_service_organization', '/requests/outcomes/other/not_supplemented/legal_service_organization', 'count', '表三“（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”行“法律服务机构”列', 'table 3, row "(6) Other outcomes: Applicant did not clarify in time; request closed", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_not_supplemented_other_organization', '/requests/outcomes/other/not_supplemented/other_organization', 'count', '表三“（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”行“其他”列', 'table 3, row "(6) Other outcomes: Applicant did not clarify in time; request closed", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_not_supplemented_total', '/requests/outcomes/other/not_supplemented/total', 'count', '表三“（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”行“总计”列', 'table 3, row "(6) Other outcomes: Applicant did not clarify in time; request closed", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_fee_unpaid_natural_person', '/requests/outcomes/other/fee_unpaid/natural_person', 'count', '表三“（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”行“自然人”列', 'table 3, row "(6) Other outcomes: Applicant did not pay the fee in time; request closed", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_fee_unpaid_commercial_enterprise', '/requests/outcomes/other/fee_unpaid/commercial_enterprise', 'count', '表三“（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”行“商业企业”列', 'table 3, row "(6) Other outcomes: Applicant did not pay the fee in time; request closed", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_fee_unpaid_research_institution', '/requests/outcomes/other/fee_unpaid/research_institution', 'count', '表三“（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”行“科研机构”列', 'table 3, row "(6) Other outcomes: Applicant did not pay the fee in time; request closed", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_fee_unpaid_public_interest_organization', '/requests/outcomes/other/fee_unpaid/public_interest_organization', 'count', '表三“（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”行“社会公益组织”列', 'table 3, row "(6) Other outcomes: Applicant did not pay the fee in time; request closed", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_fee_unpaid_legal_service_organization', '/requests/outcomes/other/fee_unpaid/legal_service_organization', 'count', '表三“（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”行“法律服务机构”列', 'table 3, row "(6) Other outcomes: Applicant did not pay the fee in time; request closed", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_fee_unpaid_other_organization', '/requests/outcomes/other/fee_unpaid/other_organization', 'count', '表三“（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”行“其他”列', 'table 3, row "(6) Other outcomes: Applicant did not pay the fee in time; request closed", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_fee_unpaid_total', '/requests/outcomes/other/fee_unpaid/total', 'count', '表三“（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”行“总计”列', 'table 3, row "(6) Other outcomes: Applicant did not pay the fee in time; request closed", column "Total"');
INSERT INTO gxstats_cell VALUES ('t3_miscellaneous_natural_person', '/requests/outcomes/other/miscellaneous/natural_person', 'count', '表三“（六）其他处理 3.其他”行“自然人”列', 'table 3, row "(6) Other outcomes: Other", column "Natural persons"');
INSERT INTO gxstats_cell VALUES ('t3_miscellaneous_commercial_enterprise', '/requests/outcomes/other/miscellaneous/commercial_enterprise', 'count', '表三“（六）其他处理 3.其他”行“商业企业”列', 'table 3, row "(6) Other outcomes: Other", column "Commercial enterprises"');
INSERT INTO gxstats_cell VALUES ('t3_miscellaneous_research_institution', '/requests/outcomes/other/miscellaneous/research_institution', 'count', '表三“（六）其他处理 3.其他”行“科研机构”列', 'table 3, row "(6) Other outcomes: Other", column "Research institutions"');
INSERT INTO gxstats_cell VALUES ('t3_miscellaneous_public_interest_organization', '/requests/outcomes/other/miscellaneous/public_interest_organization', 'count', '表三“（六）其他处理 3.其他”行“社会公益组织”列', 'table 3, row "(6) Other outcomes: Other", column "Public-interest organizations"');
INSERT INTO gxstats_cell VALUES ('t3_miscellaneous_legal_service_organization', '/requests/outcomes/other/miscellaneous/legal_service_organization', 'count', '表三“（六）其他处理 3.其他”行“法律服务机构”列', 'table 3, row "(6) Other outcomes: Other", column "Legal service providers"');
INSERT INTO gxstats_cell VALUES ('t3_miscellaneous_other_organization', '/requests/outcomes/other/miscellaneous/other_organization', 'count', '表三“（六）其他处理 3.其他”行“其他”列', 'table 3, row "(6) Other outcomes: Other", column "Other legal persons or organizations"');
INSERT INTO gxstats_cell VALUES ('t3_miscellaneous_total', '/requests/outcomes/other/miscellaneous/total', 'count', '表三“（六）其他处理 3.其他”行“总计”列', 'table 3, row "(6) Other outcomes: Other", column "Total"');

-- 每种表样的勾稽关系
-- The cross-checks of each form
CREATE TABLE gxstats_relation (
  form VARCHAR(20) NOT NULL,
  relation VARCHAR(100) NOT NULL,
  strength VARCHAR(10) NOT NULL,
  text_zh TEXT NOT NULL,
  text_en TEXT NOT NULL,
  UNIQUE (
    form,
    relation
  )
);

-- 其内容
-- Its rows
INSERT INTO gxstats_relation VALUES ('2021', 'requests.balance.natural_person', 'stated', '表三“自然人”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Natural persons": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.balance.commercial_enterprise', 'stated', '表三“商业企业”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Commercial enterprises": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.balance.research_institution', 'stated', '表三“科研机构”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Research institutions": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.balance.public_interest_organization', 'stated', '表三“社会公益组织”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Public-interest organizations": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.balance.legal_service_organization', 'stated', '表三“法律服务机构”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Legal service providers": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.balance.other_organization', 'stated', '表三“其他”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Other legal persons or organizations": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.balance.total', 'stated', '表三“总计”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Total": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.outcome_total.natural_person', 'implied', '表三“自然人”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 3.其他', 'Table 3, column "Natural persons": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes: Applicant did not clarify in time; request closed + (6) Other outcomes: Applicant did not pay the fee in time; request closed + (6) Other outcomes: Other');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.outcome_total.commercial_enterprise', 'implied', '表三“商业企业”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 3.其他', 'Table 3, column "Commercial enterprises": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes: Applicant did not clarify in time; request closed + (6) Other outcomes: Applicant did not pay the fee in time; request closed + (6) Other outcomes: Other');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.outcome_total.research_institution', 'implied', '表三“科研机构”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 3.其他', 'Table 3, column "Research institutions": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes: Applicant did not clarify in time; request closed + (6) Other outcomes: Applicant did not pay the fee in time; request closed + (6) Other outcomes: Other');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.outcome_total.public_interest_organization', 'implied', '表三“社会公益组织”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 3.其他', 'Table 3, column "Public-interest organizations": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes: Applicant did not clarify in time; request closed + (6) Other outcomes: Applicant did not pay the fee in time; request closed + (6) Other outcomes: Other');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.outcome_total.legal_service_organization', 'implied', '表三“法律服务机构”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 3.其他', 'Table 3, column "Legal service providers": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes: Applicant did not clarify in time; request closed + (6) Other outcomes: Applicant did not pay the fee in time; request closed + (6) Other outcomes: Other');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.outcome_total.other_organization', 'implied', '表三“其他”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 3.其他', 'Table 3, column "Other legal persons or organizations": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes: Applicant did not clarify in time; request closed + (6) Other outcomes: Applicant did not pay the fee in time; request closed + (6) Other outcomes: Other');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.outcome_total.total', 'implied', '表三“总计”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 ＋ （六）其他处理 3.其他', 'Table 3, column "Total": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes: Applicant did not clarify in time; request closed + (6) Other outcomes: Applicant did not pay the fee in time; request closed + (6) Other outcomes: Other');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.received', 'implied', '表三“一、本年新收政府信息公开申请数量”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "1. New requests received this year": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.carried_in', 'implied', '表三“二、上年结转政府信息公开申请数量”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "2. Requests carried over from the previous year": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.granted', 'implied', '表三“（一）予以公开”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(1) Granted in full": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.partially_granted', 'implied', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(2) Granted in part (count a severed request here only)": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.refused.state_secret', 'implied', '表三“（三）不予公开 1.属于国家秘密”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: State secrets": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.refused.prohibited_by_law', 'implied', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.refused.security_stability', 'implied', '表三“（三）不予公开 3.危及“三安全一稳定””行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Endangers national, public or economic security or social stability": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.refused.third_party', 'implied', '表三“（三）不予公开 4.保护第三方合法权益”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.refused.internal_affairs', 'implied', '表三“（三）不予公开 5.属于三类内部事务信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.refused.process_information', 'implied', '表三“（三）不予公开 6.属于四类过程性信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.refused.enforcement_files', 'implied', '表三“（三）不予公开 7.属于行政执法案卷”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Administrative enforcement case files": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.refused.inquiry_matters', 'implied', '表三“（三）不予公开 8.属于行政查询事项”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.unavailable.not_held', 'implied', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(4) Unable to provide: Information not held by this organ": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.unavailable.needs_creation', 'implied', '表三“（四）无法提供 2.没有现成信息需要另行制作”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(4) Unable to provide: No existing record; would have to be created": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.unavailable.unclear', 'implied', '表三“（四）无法提供 3.补正后申请内容仍不明确”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(4) Unable to provide: Request still unclear after clarification": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.not_processed.petition', 'implied', '表三“（五）不予处理 1.信访举报投诉类申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Petitions, tip-offs or complaints": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.not_processed.repeat', 'implied', '表三“（五）不予处理 2.重复申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Repeated requests": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.not_processed.publications', 'implied', '表三“（五）不予处理 3.要求提供公开出版物”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Requests for published works": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.not_processed.excessive', 'implied', '表三“（五）不予处理 4.无正当理由大量反复申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.not_processed.reissue', 'implied', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.other.not_supplemented', 'implied', '表三“（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(6) Other outcomes: Applicant did not clarify in time; request closed": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.other.fee_unpaid', 'implied', '表三“（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(6) Other outcomes: Applicant did not pay the fee in time; request closed": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.other.miscellaneous', 'implied', '表三“（六）其他处理 3.其他”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(6) Other outcomes: Other": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.outcomes.total', 'implied', '表三“（七）总计”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(7) Total": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.applicant_total.carried_out', 'implied', '表三“四、结转下年度继续办理”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "4. Requests carried over to next year": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021', 'disputes.total.reconsideration', 'implied', '表四“行政复议”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 'Table 4, "Administrative reconsideration": Total = Upheld + Corrected + Other result + Pending');
INSERT INTO gxstats_relation VALUES ('2021', 'disputes.total.direct_litigation', 'implied', '表四“未经复议直接起诉”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 'Table 4, "Litigation filed without prior reconsideration": Total = Upheld + Corrected + Other result + Pending');
INSERT INTO gxstats_relation VALUES ('2021', 'disputes.total.litigation_after_reconsideration', 'implied', '表四“复议后起诉”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 'Table 4, "Litigation filed after reconsideration": Total = Upheld + Corrected + Other result + Pending');
INSERT INTO gxstats_relation VALUES ('2021', 'disclosure.issued_still_counted.rules', 'soft', '表二“规章”行：本年制发件数 ≤ 现行有效件数 ＋ 本年废止件数', 'Table 2, row "Rules": Issued this year ≤ Currently in force + Repealed this year');
INSERT INTO gxstats_relation VALUES ('2021', 'disclosure.issued_still_counted.normative_documents', 'soft', '表二“行政规范性文件”行：本年制发件数 ≤ 现行有效件数 ＋ 本年废止件数', 'Table 2, row "Administrative normative documents": Issued this year ≤ Currently in force + Repealed this year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.carried_over.natural_person', 'implied', '表三“自然人”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Natural persons": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.carried_over.commercial_enterprise', 'implied', '表三“商业企业”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Commercial enterprises": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.carried_over.research_institution', 'implied', '表三“科研机构”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Research institutions": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.carried_over.public_interest_organization', 'implied', '表三“社会公益组织”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Public-interest organizations": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.carried_over.legal_service_organization', 'implied', '表三“法律服务机构”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Legal service providers": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.carried_over.other_organization', 'implied', '表三“其他”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Other legal persons or organizations": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'requests.carried_over.total', 'implied', '表三“总计”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Total": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021', 'disclosure.in_force_rollforward.rules', 'soft', '表二“规章”行：现行有效件数 ＝ 上年报告现行有效件数 ＋ 本年制发件数 － 本年废止件数', 'Table 2, row "Rules": Currently in force = last year''s report, Currently in force + Issued this year - Repealed this year');
INSERT INTO gxstats_relation VALUES ('2021', 'disclosure.in_force_rollforward.normative_documents', 'soft', '表二“行政规范性文件”行：现行有效件数 ＝ 上年报告现行有效件数 ＋ 本年制发件数 － 本年废止件数', 'Table 2, row "Administrative normative documents": Currently in force = last year''s report, Currently in force + Issued this year - Repealed this year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.balance.natural_person', 'stated', '表三“自然人”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Natural persons": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.balance.commercial_enterprise', 'stated', '表三“商业企业”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Commercial enterprises": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.balance.research_institution', 'stated', '表三“科研机构”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Research institutions": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.balance.public_interest_organization', 'stated', '表三“社会公益组织”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Public-interest organizations": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.balance.legal_service_organization', 'stated', '表三“法律服务机构”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Legal service providers": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.balance.other_organization', 'stated', '表三“其他”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Other legal persons or organizations": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.balance.total', 'stated', '表三“总计”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Total": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.outcome_total.natural_person', 'implied', '表三“自然人”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Natural persons": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.outcome_total.commercial_enterprise', 'implied', '表三“商业企业”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Commercial enterprises": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.outcome_total.research_institution', 'implied', '表三“科研机构”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Research institutions": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.outcome_total.public_interest_organization', 'implied', '表三“社会公益组织”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Public-interest organizations": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.outcome_total.legal_service_organization', 'implied', '表三“法律服务机构”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Legal service providers": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.outcome_total.other_organization', 'implied', '表三“其他”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Other legal persons or organizations": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.outcome_total.total', 'implied', '表三“总计”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Total": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.received', 'implied', '表三“一、本年新收政府信息公开申请数量”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "1. New requests received this year": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.carried_in', 'implied', '表三“二、上年结转政府信息公开申请数量”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "2. Requests carried over from the previous year": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.granted', 'implied', '表三“（一）予以公开”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(1) Granted in full": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.partially_granted', 'implied', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(2) Granted in part (count a severed request here only)": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.refused.state_secret', 'implied', '表三“（三）不予公开 1.属于国家秘密”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: State secrets": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.refused.prohibited_by_law', 'implied', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.refused.security_stability', 'implied', '表三“（三）不予公开 3.危及“三安全一稳定””行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Endangers national, public or economic security or social stability": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.refused.third_party', 'implied', '表三“（三）不予公开 4.保护第三方合法权益”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.refused.internal_affairs', 'implied', '表三“（三）不予公开 5.属于三类内部事务信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.refused.process_information', 'implied', '表三“（三）不予公开 6.属于四类过程性信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.refused.enforcement_files', 'implied', '表三“（三）不予公开 7.属于行政执法案卷”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Administrative enforcement case files": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.refused.inquiry_matters', 'implied', '表三“（三）不予公开 8.属于行政查询事项”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.unavailable.not_held', 'implied', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(4) Unable to provide: Information not held by this organ": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.unavailable.needs_creation', 'implied', '表三“（四）无法提供 2.没有现成信息需要另行制作”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(4) Unable to provide: No existing record; would have to be created": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.unavailable.unclear', 'implied', '表三“（四）无法提供 3.补正后申请内容仍不明确”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(4) Unable to provide: Request still unclear after clarification": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.not_processed.petition', 'implied', '表三“（五）不予处理 1.信访举报投诉类申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Petitions, tip-offs or complaints": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.not_processed.repeat', 'implied', '表三“（五）不予处理 2.重复申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Repeated requests": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.not_processed.publications', 'implied', '表三“（五）不予处理 3.要求提供公开出版物”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Requests for published works": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.not_processed.excessive', 'implied', '表三“（五）不予处理 4.无正当理由大量反复申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.not_processed.reissue', 'implied', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.other', 'implied', '表三“（六）其他处理”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(6) Other outcomes": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.outcomes.total', 'implied', '表三“（七）总计”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(7) Total": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.applicant_total.carried_out', 'implied', '表三“四、结转下年度继续办理”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "4. Requests carried over to next year": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'disputes.total.reconsideration', 'implied', '表四“行政复议”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 'Table 4, "Administrative reconsideration": Total = Upheld + Corrected + Other result + Pending');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'disputes.total.direct_litigation', 'implied', '表四“未经复议直接起诉”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 'Table 4, "Litigation filed without prior reconsideration": Total = Upheld + Corrected + Other result + Pending');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'disputes.total.litigation_after_reconsideration', 'implied', '表四“复议后起诉”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 'Table 4, "Litigation filed after reconsideration": Total = Upheld + Corrected + Other result + Pending');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'disclosure.issued_still_counted.rules', 'soft', '表二“规章”行：本年制发件数 ≤ 现行有效件数 ＋ 本年废止件数', 'Table 2, row "Rules": Issued this year ≤ Currently in force + Repealed this year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'disclosure.issued_still_counted.normative_documents', 'soft', '表二“行政规范性文件”行：本年制发件数 ≤ 现行有效件数 ＋ 本年废止件数', 'Table 2, row "Administrative normative documents": Issued this year ≤ Currently in force + Repealed this year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.carried_over.natural_person', 'implied', '表三“自然人”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Natural persons": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.carried_over.commercial_enterprise', 'implied', '表三“商业企业”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Commercial enterprises": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.carried_over.research_institution', 'implied', '表三“科研机构”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Research institutions": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.carried_over.public_interest_organization', 'implied', '表三“社会公益组织”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Public-interest organizations": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.carried_over.legal_service_organization', 'implied', '表三“法律服务机构”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Legal service providers": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.carried_over.other_organization', 'implied', '表三“其他”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Other legal persons or organizations": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'requests.carried_over.total', 'implied', '表三“总计”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Total": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'disclosure.in_force_rollforward.rules', 'soft', '表二“规章”行：现行有效件数 ＝ 上年报告现行有效件数 ＋ 本年制发件数 － 本年废止件数', 'Table 2, row "Rules": Currently in force = last year''s report, Currently in force + Issued this year - Repealed this year');
INSERT INTO gxstats_relation VALUES ('2021-undivided', 'disclosure.in_force_rollforward.normative_documents', 'soft', '表二“行政规范性文件”行：现行有效件数 ＝ 上年报告现行有效件数 ＋ 本年制发件数 － 本年废止件数', 'Table 2, row "Administrative normative documents": Currently in force = last year''s report, Currently in force + Issued this year - Repealed this year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.balance.natural_person', 'stated', '表三“自然人”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Natural persons": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.balance.commercial_enterprise', 'stated', '表三“商业企业”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Commercial enterprises": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.balance.research_institution', 'stated', '表三“科研机构”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Research institutions": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.balance.public_interest_organization', 'stated', '表三“社会公益组织”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Public-interest organizations": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.balance.legal_service_organization', 'stated', '表三“法律服务机构”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Legal service providers": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.balance.other_organization', 'stated', '表三“其他”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Other legal persons or organizations": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.balance.total', 'stated', '表三“总计”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ （七）总计 ＋ 四、结转下年度继续办理', 'Table 3, column "Total": 1. New requests received this year + 2. Requests carried over from the previous year = (7) Total + 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.outcome_total.natural_person', 'implied', '表三“自然人”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Natural persons": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.outcome_total.commercial_enterprise', 'implied', '表三“商业企业”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Commercial enterprises": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.outcome_total.research_institution', 'implied', '表三“科研机构”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Research institutions": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.outcome_total.public_interest_organization', 'implied', '表三“社会公益组织”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Public-interest organizations": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.outcome_total.legal_service_organization', 'implied', '表三“法律服务机构”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Legal service providers": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.outcome_total.other_organization', 'implied', '表三“其他”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Other legal persons or organizations": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.outcome_total.total', 'implied', '表三“总计”列：（七）总计 ＝ （一）予以公开 ＋ （二）部分公开（区分处理的，只计这一情形，不计其他情形） ＋ （三）不予公开 1.属于国家秘密 ＋ （三）不予公开 2.其他法律行政法规禁止公开 ＋ （三）不予公开 3.危及“三安全一稳定” ＋ （三）不予公开 4.保护第三方合法权益 ＋ （三）不予公开 5.属于三类内部事务信息 ＋ （三）不予公开 6.属于四类过程性信息 ＋ （三）不予公开 7.属于行政执法案卷 ＋ （三）不予公开 8.属于行政查询事项 ＋ （四）无法提供 1.本机关不掌握相关政府信息 ＋ （四）无法提供 2.没有现成信息需要另行制作 ＋ （四）无法提供 3.补正后申请内容仍不明确 ＋ （五）不予处理 1.信访举报投诉类申请 ＋ （五）不予处理 2.重复申请 ＋ （五）不予处理 3.要求提供公开出版物 ＋ （五）不予处理 4.无正当理由大量反复申请 ＋ （五）不予处理 5.要求行政机关确认或重新出具已获取信息 ＋ （六）其他处理', 'Table 3, column "Total": (7) Total = (1) Granted in full + (2) Granted in part (count a severed request here only) + (3) Refused: State secrets + (3) Refused: Disclosure prohibited by other laws or administrative regulations + (3) Refused: Endangers national, public or economic security or social stability + (3) Refused: Protection of third parties'' lawful rights and interests + (3) Refused: Internal affairs (personnel, logistics, internal workflow) + (3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports) + (3) Refused: Administrative enforcement case files + (3) Refused: Covered by a separate statutory inquiry procedure + (4) Unable to provide: Information not held by this organ + (4) Unable to provide: No existing record; would have to be created + (4) Unable to provide: Request still unclear after clarification + (5) Not processed: Petitions, tip-offs or complaints + (5) Not processed: Repeated requests + (5) Not processed: Requests for published works + (5) Not processed: Excessive repeated requests without legitimate reason + (5) Not processed: Requests to confirm or reissue information already obtained + (6) Other outcomes');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.received', 'implied', '表三“一、本年新收政府信息公开申请数量”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "1. New requests received this year": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.carried_in', 'implied', '表三“二、上年结转政府信息公开申请数量”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "2. Requests carried over from the previous year": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.granted', 'implied', '表三“（一）予以公开”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(1) Granted in full": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.partially_granted', 'implied', '表三“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(2) Granted in part (count a severed request here only)": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.refused.state_secret', 'implied', '表三“（三）不予公开 1.属于国家秘密”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: State secrets": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.refused.prohibited_by_law', 'implied', '表三“（三）不予公开 2.其他法律行政法规禁止公开”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Disclosure prohibited by other laws or administrative regulations": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.refused.security_stability', 'implied', '表三“（三）不予公开 3.危及“三安全一稳定””行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Endangers national, public or economic security or social stability": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.refused.third_party', 'implied', '表三“（三）不予公开 4.保护第三方合法权益”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Protection of third parties'' lawful rights and interests": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.refused.internal_affairs', 'implied', '表三“（三）不予公开 5.属于三类内部事务信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Internal affairs (personnel, logistics, internal workflow)": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.refused.process_information', 'implied', '表三“（三）不予公开 6.属于四类过程性信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Process information (discussion records, drafts, consultation letters, requests for instructions and reports)": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.refused.enforcement_files', 'implied', '表三“（三）不予公开 7.属于行政执法案卷”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Administrative enforcement case files": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.refused.inquiry_matters', 'implied', '表三“（三）不予公开 8.属于行政查询事项”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(3) Refused: Covered by a separate statutory inquiry procedure": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.unavailable.not_held', 'implied', '表三“（四）无法提供 1.本机关不掌握相关政府信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(4) Unable to provide: Information not held by this organ": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.unavailable.needs_creation', 'implied', '表三“（四）无法提供 2.没有现成信息需要另行制作”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(4) Unable to provide: No existing record; would have to be created": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.unavailable.unclear', 'implied', '表三“（四）无法提供 3.补正后申请内容仍不明确”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(4) Unable to provide: Request still unclear after clarification": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.not_processed.petition', 'implied', '表三“（五）不予处理 1.信访举报投诉类申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Petitions, tip-offs or complaints": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.not_processed.repeat', 'implied', '表三“（五）不予处理 2.重复申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Repeated requests": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.not_processed.publications', 'implied', '表三“（五）不予处理 3.要求提供公开出版物”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Requests for published works": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.not_processed.excessive', 'implied', '表三“（五）不予处理 4.无正当理由大量反复申请”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Excessive repeated requests without legitimate reason": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.not_processed.reissue', 'implied', '表三“（五）不予处理 5.要求行政机关确认或重新出具已获取信息”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(5) Not processed: Requests to confirm or reissue information already obtained": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.other', 'implied', '表三“（六）其他处理”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(6) Other outcomes": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.outcomes.total', 'implied', '表三“（七）总计”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "(7) Total": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.applicant_total.carried_out', 'implied', '表三“四、结转下年度继续办理”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他', 'Table 3, row "4. Requests carried over to next year": Total = Natural persons + Commercial enterprises + Research institutions + Public-interest organizations + Legal service providers + Other legal persons or organizations');
INSERT INTO gxstats_relation VALUES ('2019', 'disputes.total.reconsideration', 'implied', '表四“行政复议”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 'Table 4, "Administrative reconsideration": Total = Upheld + Corrected + Other result + Pending');
INSERT INTO gxstats_relation VALUES ('2019', 'disputes.total.direct_litigation', 'implied', '表四“未经复议直接起诉”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 'Table 4, "Litigation filed without prior reconsideration": Total = Upheld + Corrected + Other result + Pending');
INSERT INTO gxstats_relation VALUES ('2019', 'disputes.total.litigation_after_reconsideration', 'implied', '表四“复议后起诉”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结', 'Table 4, "Litigation filed after reconsideration": Total = Upheld + Corrected + Other result + Pending');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.published_within_total.rules', 'soft', '表二“规章”行：本年新公开数量 ≤ 对外公开总数量', 'Table 2, row "Rules": Newly disclosed this year ≤ Total disclosed to the public');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.published_within_total.normative_documents', 'soft', '表二“规范性文件”行：本年新公开数量 ≤ 对外公开总数量', 'Table 2, row "Normative documents": Newly disclosed this year ≤ Total disclosed to the public');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_nonnegative.administrative_licensing', 'soft', '表二“行政许可”行：0 ≤ 上一年项目数量 ＋ 本年增/减', 'Table 2, row "Administrative licensing": 0 ≤ Number of items in the previous year + Increase/decrease this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_nonnegative.other_external_services', 'soft', '表二“其他对外管理服务事项”行：0 ≤ 上一年项目数量 ＋ 本年增/减', 'Table 2, row "Other external management and service matters": 0 ≤ Number of items in the previous year + Increase/decrease this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_nonnegative.administrative_penalty', 'soft', '表二“行政处罚”行：0 ≤ 上一年项目数量 ＋ 本年增/减', 'Table 2, row "Administrative penalties": 0 ≤ Number of items in the previous year + Increase/decrease this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_nonnegative.administrative_compulsion', 'soft', '表二“行政强制”行：0 ≤ 上一年项目数量 ＋ 本年增/减', 'Table 2, row "Administrative compulsion": 0 ≤ Number of items in the previous year + Increase/decrease this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_nonnegative.administrative_fees', 'soft', '表二“行政事业性收费”行：0 ≤ 上一年项目数量 ＋ 本年增/减', 'Table 2, row "Administrative and public-institution fees": 0 ≤ Number of items in the previous year + Increase/decrease this year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.carried_over.natural_person', 'implied', '表三“自然人”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Natural persons": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.carried_over.commercial_enterprise', 'implied', '表三“商业企业”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Commercial enterprises": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.carried_over.research_institution', 'implied', '表三“科研机构”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Research institutions": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.carried_over.public_interest_organization', 'implied', '表三“社会公益组织”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Public-interest organizations": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.carried_over.legal_service_organization', 'implied', '表三“法律服务机构”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Legal service providers": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.carried_over.other_organization', 'implied', '表三“其他”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Other legal persons or organizations": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'requests.carried_over.total', 'implied', '表三“总计”列：二、上年结转政府信息公开申请数量 ＝ 上年报告四、结转下年度继续办理', 'Table 3, column "Total": 2. Requests carried over from the previous year = last year''s report, 4. Requests carried over to next year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.published_total_rollforward.rules', 'soft', '表二“规章”行：对外公开总数量 ＝ 上年报告对外公开总数量 ＋ 本年新公开数量', 'Table 2, row "Rules": Total disclosed to the public = last year''s report, Total disclosed to the public + Newly disclosed this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.published_total_rollforward.normative_documents', 'soft', '表二“规范性文件”行：对外公开总数量 ＝ 上年报告对外公开总数量 ＋ 本年新公开数量', 'Table 2, row "Normative documents": Total disclosed to the public = last year''s report, Total disclosed to the public + Newly disclosed this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_rollforward.administrative_licensing', 'soft', '表二“行政许可”行：上一年项目数量 ＝ 上年报告上一年项目数量 ＋ 上年报告本年增/减', 'Table 2, row "Administrative licensing": Number of items in the previous year = last year''s report, Number of items in the previous year + last year''s report, Increase/decrease this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_rollforward.other_external_services', 'soft', '表二“其他对外管理服务事项”行：上一年项目数量 ＝ 上年报告上一年项目数量 ＋ 上年报告本年增/减', 'Table 2, row "Other external management and service matters": Number of items in the previous year = last year''s report, Number of items in the previous year + last year''s report, Increase/decrease this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_rollforward.administrative_penalty', 'soft', '表二“行政处罚”行：上一年项目数量 ＝ 上年报告上一年项目数量 ＋ 上年报告本年增/减', 'Table 2, row "Administrative penalties": Number of items in the previous year = last year''s report, Number of items in the previous year + last year''s report, Increase/decrease this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_rollforward.administrative_compulsion', 'soft', '表二“行政强制”行：上一年项目数量 ＝ 上年报告上一年项目数量 ＋ 上年报告本年增/减', 'Table 2, row "Administrative compulsion": Number of items in the previous year = last year''s report, Number of items in the previous year + last year''s report, Increase/decrease this year');
INSERT INTO gxstats_relation VALUES ('2019', 'disclosure.items_rollforward.administrative_fees', 'soft', '表二“行政事业性收费”行：上一年项目数量 ＝ 上年报告上一年项目数量 ＋ 上年报告本年增/减', 'Table 2, row "Administrative and public-institution fees": Number of items in the previous year = last year''s report, Number of items in the previous year + last year''s report, Increase/decrease this year');

-- 每份报告每条勾稽关系的两边；known 是空白当作 0 时左边减右边，can_fall、can_rise 是空白可否使其变小、变大
-- Both sides of every cross-check of every report; known is left minus right with blanks taken for 0, can_fall and can_rise say whether a blank could lower or raise it
CREATE VIEW gxstats_sum AS
SELECT
  report_id,
  form,
  'requests.balance.natural_person' AS relation,
  'stated' AS strength,
  'eq' AS comparison,
  t3_received_natural_person + t3_carried_in_natural_person AS left_side,
  t3_total_natural_person + t3_carried_out_natural_person AS right_side,
  COALESCE(t3_received_natural_person, 0) + COALESCE(t3_carried_in_natural_person, 0) - COALESCE(t3_total_natural_person, 0) - COALESCE(t3_carried_out_natural_person, 0) AS known,
  (
    t3_total_natural_person IS NULL OR t3_carried_out_natural_person IS NULL
  ) AS can_fall,
  (
    t3_received_natural_person IS NULL OR t3_carried_in_natural_person IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.balance.commercial_enterprise' AS relation,
  'stated' AS strength,
  'eq' AS comparison,
  t3_received_commercial_enterprise + t3_carried_in_commercial_enterprise AS left_side,
  t3_total_commercial_enterprise + t3_carried_out_commercial_enterprise AS right_side,
  COALESCE(t3_received_commercial_enterprise, 0) + COALESCE(t3_carried_in_commercial_enterprise, 0) - COALESCE(t3_total_commercial_enterprise, 0) - COALESCE(t3_carried_out_commercial_enterprise, 0) AS known,
  (
    t3_total_commercial_enterprise IS NULL
    OR t3_carried_out_commercial_enterprise IS NULL
  ) AS can_fall,
  (
    t3_received_commercial_enterprise IS NULL
    OR t3_carried_in_commercial_enterprise IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.balance.research_institution' AS relation,
  'stated' AS strength,
  'eq' AS comparison,
  t3_received_research_institution + t3_carried_in_research_institution AS left_side,
  t3_total_research_institution + t3_carried_out_research_institution AS right_side,
  COALESCE(t3_received_research_institution, 0) + COALESCE(t3_carried_in_research_institution, 0) - COALESCE(t3_total_research_institution, 0) - COALESCE(t3_carried_out_research_institution, 0) AS known,
  (
    t3_total_research_institution IS NULL
    OR t3_carried_out_research_institution IS NULL
  ) AS can_fall,
  (
    t3_received_research_institution IS NULL
    OR t3_carried_in_research_institution IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.balance.public_interest_organization' AS relation,
  'stated' AS strength,
  'eq' AS comparison,
  t3_received_public_interest_organization + t3_carried_in_public_interest_organization AS left_side,
  t3_total_public_interest_organization + t3_carried_out_public_interest_organization AS right_side,
  COALESCE(t3_received_public_interest_organization, 0) + COALESCE(t3_carried_in_public_interest_organization, 0) - COALESCE(t3_total_public_interest_organization, 0) - COALESCE(t3_carried_out_public_interest_organization, 0) AS known,
  (
    t3_total_public_interest_organization IS NULL
    OR t3_carried_out_public_interest_organization IS NULL
  ) AS can_fall,
  (
    t3_received_public_interest_organization IS NULL
    OR t3_carried_in_public_interest_organization IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.balance.legal_service_organization' AS relation,
  'stated' AS strength,
  'eq' AS comparison,
  t3_received_legal_service_organization + t3_carried_in_legal_service_organization AS left_side,
  t3_total_legal_service_organization + t3_carried_out_legal_service_organization AS right_side,
  COALESCE(t3_received_legal_service_organization, 0) + COALESCE(t3_carried_in_legal_service_organization, 0) - COALESCE(t3_total_legal_service_organization, 0) - COALESCE(t3_carried_out_legal_service_organization, 0) AS known,
  (
    t3_total_legal_service_organization IS NULL
    OR t3_carried_out_legal_service_organization IS NULL
  ) AS can_fall,
  (
    t3_received_legal_service_organization IS NULL
    OR t3_carried_in_legal_service_organization IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.balance.other_organization' AS relation,
  'stated' AS strength,
  'eq' AS comparison,
  t3_received_other_organization + t3_carried_in_other_organization AS left_side,
  t3_total_other_organization + t3_carried_out_other_organization AS right_side,
  COALESCE(t3_received_other_organization, 0) + COALESCE(t3_carried_in_other_organization, 0) - COALESCE(t3_total_other_organization, 0) - COALESCE(t3_carried_out_other_organization, 0) AS known,
  (
    t3_total_other_organization IS NULL OR t3_carried_out_other_organization IS NULL
  ) AS can_fall,
  (
    t3_received_other_organization IS NULL
    OR t3_carried_in_other_organization IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.balance.total' AS relation,
  'stated' AS strength,
  'eq' AS comparison,
  t3_received_total + t3_carried_in_total AS left_side,
  t3_total_total + t3_carried_out_total AS right_side,
  COALESCE(t3_received_total, 0) + COALESCE(t3_carried_in_total, 0) - COALESCE(t3_total_total, 0) - COALESCE(t3_carried_out_total, 0) AS known,
  (
    t3_total_total IS NULL OR t3_carried_out_total IS NULL
  ) AS can_fall,
  (
    t3_received_total IS NULL OR t3_carried_in_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.natural_person' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_natural_person AS left_side,
  t3_granted_natural_person + t3_partially_granted_natural_person + t3_state_secret_natural_person + t3_prohibited_by_law_natural_person + t3_security_stability_natural_person + t3_third_party_natural_person + t3_internal_affairs_natural_person + t3_process_information_natural_person + t3_enforcement_files_natural_person + t3_inquiry_matters_natural_person + t3_not_held_natural_person + t3_needs_creation_natural_person + t3_unclear_natural_person + t3_petition_natural_person + t3_repeat_natural_person + t3_publications_natural_person + t3_excessive_natural_person + t3_reissue_natural_person + t3_not_supplemented_natural_person + t3_fee_unpaid_natural_person + t3_miscellaneous_natural_person AS right_side,
  COALESCE(t3_total_natural_person, 0) - COALESCE(t3_granted_natural_person, 0) - COALESCE(t3_partially_granted_natural_person, 0) - COALESCE(t3_state_secret_natural_person, 0) - COALESCE(t3_prohibited_by_law_natural_person, 0) - COALESCE(t3_security_stability_natural_person, 0) - COALESCE(t3_third_party_natural_person, 0) - COALESCE(t3_internal_affairs_natural_person, 0) - COALESCE(t3_process_information_natural_person, 0) - COALESCE(t3_enforcement_files_natural_person, 0) - COALESCE(t3_inquiry_matters_natural_person, 0) - COALESCE(t3_not_held_natural_person, 0) - COALESCE(t3_needs_creation_natural_person, 0) - COALESCE(t3_unclear_natural_person, 0) - COALESCE(t3_petition_natural_person, 0) - COALESCE(t3_repeat_natural_person, 0) - COALESCE(t3_publications_natural_person, 0) - COALESCE(t3_excessive_natural_person, 0) - COALESCE(t3_reissue_natural_person, 0) - COALESCE(t3_not_supplemented_natural_person, 0) - COALESCE(t3_fee_unpaid_natural_person, 0) - COALESCE(t3_miscellaneous_natural_person, 0) AS known,
  (
    t3_granted_natural_person IS NULL
    OR t3_partially_granted_natural_person IS NULL
    OR t3_state_secret_natural_person IS NULL
    OR t3_prohibited_by_law_natural_person IS NULL
    OR t3_security_stability_natural_person IS NULL
    OR t3_third_party_natural_person IS NULL
    OR t3_internal_affairs_natural_person IS NULL
    OR t3_process_information_natural_person IS NULL
    OR t3_enforcement_files_natural_person IS NULL
    OR t3_inquiry_matters_natural_person IS NULL
    OR t3_not_held_natural_person IS NULL
    OR t3_needs_creation_natural_person IS NULL
    OR t3_unclear_natural_person IS NULL
    OR t3_petition_natural_person IS NULL
    OR t3_repeat_natural_person IS NULL
    OR t3_publications_natural_person IS NULL
    OR t3_excessive_natural_person IS NULL
    OR t3_reissue_natural_person IS NULL
    OR t3_not_supplemented_natural_person IS NULL
    OR t3_fee_unpaid_natural_person IS NULL
    OR t3_miscellaneous_natural_person IS NULL
  ) AS can_fall,
  (
    t3_total_natural_person IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.natural_person' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_natural_person AS left_side,
  t3_granted_natural_person + t3_partially_granted_natural_person + t3_state_secret_natural_person + t3_prohibited_by_law_natural_person + t3_security_stability_natural_person + t3_third_party_natural_person + t3_internal_affairs_natural_person + t3_process_information_natural_person + t3_enforcement_files_natural_person + t3_inquiry_matters_natural_person + t3_not_held_natural_person + t3_needs_creation_natural_person + t3_unclear_natural_person + t3_petition_natural_person + t3_repeat_natural_person + t3_publications_natural_person + t3_excessive_natural_person + t3_reissue_natural_person + t3_other_natural_person AS right_side,
  COALESCE(t3_total_natural_person, 0) - COALESCE(t3_granted_natural_person, 0) - COALESCE(t3_partially_granted_natural_person, 0) - COALESCE(t3_state_secret_natural_person, 0) - COALESCE(t3_prohibited_by_law_natural_person, 0) - COALESCE(t3_security_stability_natural_person, 0) - COALESCE(t3_third_party_natural_person, 0) - COALESCE(t3_internal_affairs_natural_person, 0) - COALESCE(t3_process_information_natural_person, 0) - COALESCE(t3_enforcement_files_natural_person, 0) - COALESCE(t3_inquiry_matters_natural_person, 0) - COALESCE(t3_not_held_natural_person, 0) - COALESCE(t3_needs_creation_natural_person, 0) - COALESCE(t3_unclear_natural_person, 0) - COALESCE(t3_petition_natural_person, 0) - COALESCE(t3_repeat_natural_person, 0) - COALESCE(t3_publications_natural_person, 0) - COALESCE(t3_excessive_natural_person, 0) - COALESCE(t3_reissue_natural_person, 0) - COALESCE(t3_other_natural_person, 0) AS known,
  (
    t3_granted_natural_person IS NULL
    OR t3_partially_granted_natural_person IS NULL
    OR t3_state_secret_natural_person IS NULL
    OR t3_prohibited_by_law_natural_person IS NULL
    OR t3_security_stability_natural_person IS NULL
    OR t3_third_party_natural_person IS NULL
    OR t3_internal_affairs_natural_person IS NULL
    OR t3_process_information_natural_person IS NULL
    OR t3_enforcement_files_natural_person IS NULL
    OR t3_inquiry_matters_natural_person IS NULL
    OR t3_not_held_natural_person IS NULL
    OR t3_needs_creation_natural_person IS NULL
    OR t3_unclear_natural_person IS NULL
    OR t3_petition_natural_person IS NULL
    OR t3_repeat_natural_person IS NULL
    OR t3_publications_natural_person IS NULL
    OR t3_excessive_natural_person IS NULL
    OR t3_reissue_natural_person IS NULL
    OR t3_other_natural_person IS NULL
  ) AS can_fall,
  (
    t3_total_natural_person IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.commercial_enterprise' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_commercial_enterprise AS left_side,
  t3_granted_commercial_enterprise + t3_partially_granted_commercial_enterprise + t3_state_secret_commercial_enterprise + t3_prohibited_by_law_commercial_enterprise + t3_security_stability_commercial_enterprise + t3_third_party_commercial_enterprise + t3_internal_affairs_commercial_enterprise + t3_process_information_commercial_enterprise + t3_enforcement_files_commercial_enterprise + t3_inquiry_matters_commercial_enterprise + t3_not_held_commercial_enterprise + t3_needs_creation_commercial_enterprise + t3_unclear_commercial_enterprise + t3_petition_commercial_enterprise + t3_repeat_commercial_enterprise + t3_publications_commercial_enterprise + t3_excessive_commercial_enterprise + t3_reissue_commercial_enterprise + t3_not_supplemented_commercial_enterprise + t3_fee_unpaid_commercial_enterprise + t3_miscellaneous_commercial_enterprise AS right_side,
  COALESCE(t3_total_commercial_enterprise, 0) - COALESCE(t3_granted_commercial_enterprise, 0) - COALESCE(t3_partially_granted_commercial_enterprise, 0) - COALESCE(t3_state_secret_commercial_enterprise, 0) - COALESCE(t3_prohibited_by_law_commercial_enterprise, 0) - COALESCE(t3_security_stability_commercial_enterprise, 0) - COALESCE(t3_third_party_commercial_enterprise, 0) - COALESCE(t3_internal_affairs_commercial_enterprise, 0) - COALESCE(t3_process_information_commercial_enterprise, 0) - COALESCE(t3_enforcement_files_commercial_enterprise, 0) - COALESCE(t3_inquiry_matters_commercial_enterprise, 0) - COALESCE(t3_not_held_commercial_enterprise, 0) - COALESCE(t3_needs_creation_commercial_enterprise, 0) - COALESCE(t3_unclear_commercial_enterprise, 0) - COALESCE(t3_petition_commercial_enterprise, 0) - COALESCE(t3_repeat_commercial_enterprise, 0) - COALESCE(t3_publications_commercial_enterprise, 0) - COALESCE(t3_excessive_commercial_enterprise, 0) - COALESCE(t3_reissue_commercial_enterprise, 0) - COALESCE(t3_not_supplemented_commercial_enterprise, 0) - COALESCE(t3_fee_unpaid_commercial_enterprise, 0) - COALESCE(t3_miscellaneous_commercial_enterprise, 0) AS known,
  (
    t3_granted_commercial_enterprise IS NULL
    OR t3_partially_granted_commercial_enterprise IS NULL
    OR t3_state_secret_commercial_enterprise IS NULL
    OR t3_prohibited_by_law_commercial_enterprise IS NULL
    OR t3_security_stability_commercial_enterprise IS NULL
    OR t3_third_party_commercial_enterprise IS NULL
    OR t3_internal_affairs_commercial_enterprise IS NULL
    OR t3_process_information_commercial_enterprise IS NULL
    OR t3_enforcement_files_commercial_enterprise IS NULL
    OR t3_inquiry_matters_commercial_enterprise IS NULL
    OR t3_not_held_commercial_enterprise IS NULL
    OR t3_needs_creation_commercial_enterprise IS NULL
    OR t3_unclear_commercial_enterprise IS NULL
    OR t3_petition_commercial_enterprise IS NULL
    OR t3_repeat_commercial_enterprise IS NULL
    OR t3_publications_commercial_enterprise IS NULL
    OR t3_excessive_commercial_enterprise IS NULL
    OR t3_reissue_commercial_enterprise IS NULL
    OR t3_not_supplemented_commercial_enterprise IS NULL
    OR t3_fee_unpaid_commercial_enterprise IS NULL
    OR t3_miscellaneous_commercial_enterprise IS NULL
  ) AS can_fall,
  (
    t3_total_commercial_enterprise IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.commercial_enterprise' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_commercial_enterprise AS left_side,
  t3_granted_commercial_enterprise + t3_partially_granted_commercial_enterprise + t3_state_secret_commercial_enterprise + t3_prohibited_by_law_commercial_enterprise + t3_security_stability_commercial_enterprise + t3_third_party_commercial_enterprise + t3_internal_affairs_commercial_enterprise + t3_process_information_commercial_enterprise + t3_enforcement_files_commercial_enterprise + t3_inquiry_matters_commercial_enterprise + t3_not_held_commercial_enterprise + t3_needs_creation_commercial_enterprise + t3_unclear_commercial_enterprise + t3_petition_commercial_enterprise + t3_repeat_commercial_enterprise + t3_publications_commercial_enterprise + t3_excessive_commercial_enterprise + t3_reissue_commercial_enterprise + t3_other_commercial_enterprise AS right_side,
  COALESCE(t3_total_commercial_enterprise, 0) - COALESCE(t3_granted_commercial_enterprise, 0) - COALESCE(t3_partially_granted_commercial_enterprise, 0) - COALESCE(t3_state_secret_commercial_enterprise, 0) - COALESCE(t3_prohibited_by_law_commercial_enterprise, 0) - COALESCE(t3_security_stability_commercial_enterprise, 0) - COALESCE(t3_third_party_commercial_enterprise, 0) - COALESCE(t3_internal_affairs_commercial_enterprise, 0) - COALESCE(t3_process_information_commercial_enterprise, 0) - COALESCE(t3_enforcement_files_commercial_enterprise, 0) - COALESCE(t3_inquiry_matters_commercial_enterprise, 0) - COALESCE(t3_not_held_commercial_enterprise, 0) - COALESCE(t3_needs_creation_commercial_enterprise, 0) - COALESCE(t3_unclear_commercial_enterprise, 0) - COALESCE(t3_petition_commercial_enterprise, 0) - COALESCE(t3_repeat_commercial_enterprise, 0) - COALESCE(t3_publications_commercial_enterprise, 0) - COALESCE(t3_excessive_commercial_enterprise, 0) - COALESCE(t3_reissue_commercial_enterprise, 0) - COALESCE(t3_other_commercial_enterprise, 0) AS known,
  (
    t3_granted_commercial_enterprise IS NULL
    OR t3_partially_granted_commercial_enterprise IS NULL
    OR t3_state_secret_commercial_enterprise IS NULL
    OR t3_prohibited_by_law_commercial_enterprise IS NULL
    OR t3_security_stability_commercial_enterprise IS NULL
    OR t3_third_party_commercial_enterprise IS NULL
    OR t3_internal_affairs_commercial_enterprise IS NULL
    OR t3_process_information_commercial_enterprise IS NULL
    OR t3_enforcement_files_commercial_enterprise IS NULL
    OR t3_inquiry_matters_commercial_enterprise IS NULL
    OR t3_not_held_commercial_enterprise IS NULL
    OR t3_needs_creation_commercial_enterprise IS NULL
    OR t3_unclear_commercial_enterprise IS NULL
    OR t3_petition_commercial_enterprise IS NULL
    OR t3_repeat_commercial_enterprise IS NULL
    OR t3_publications_commercial_enterprise IS NULL
    OR t3_excessive_commercial_enterprise IS NULL
    OR t3_reissue_commercial_enterprise IS NULL
    OR t3_other_commercial_enterprise IS NULL
  ) AS can_fall,
  (
    t3_total_commercial_enterprise IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.research_institution' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_research_institution AS left_side,
  t3_granted_research_institution + t3_partially_granted_research_institution + t3_state_secret_research_institution + t3_prohibited_by_law_research_institution + t3_security_stability_research_institution + t3_third_party_research_institution + t3_internal_affairs_research_institution + t3_process_information_research_institution + t3_enforcement_files_research_institution + t3_inquiry_matters_research_institution + t3_not_held_research_institution + t3_needs_creation_research_institution + t3_unclear_research_institution + t3_petition_research_institution + t3_repeat_research_institution + t3_publications_research_institution + t3_excessive_research_institution + t3_reissue_research_institution + t3_not_supplemented_research_institution + t3_fee_unpaid_research_institution + t3_miscellaneous_research_institution AS right_side,
  COALESCE(t3_total_research_institution, 0) - COALESCE(t3_granted_research_institution, 0) - COALESCE(t3_partially_granted_research_institution, 0) - COALESCE(t3_state_secret_research_institution, 0) - COALESCE(t3_prohibited_by_law_research_institution, 0) - COALESCE(t3_security_stability_research_institution, 0) - COALESCE(t3_third_party_research_institution, 0) - COALESCE(t3_internal_affairs_research_institution, 0) - COALESCE(t3_process_information_research_institution, 0) - COALESCE(t3_enforcement_files_research_institution, 0) - COALESCE(t3_inquiry_matters_research_institution, 0) - COALESCE(t3_not_held_research_institution, 0) - COALESCE(t3_needs_creation_research_institution, 0) - COALESCE(t3_unclear_research_institution, 0) - COALESCE(t3_petition_research_institution, 0) - COALESCE(t3_repeat_research_institution, 0) - COALESCE(t3_publications_research_institution, 0) - COALESCE(t3_excessive_research_institution, 0) - COALESCE(t3_reissue_research_institution, 0) - COALESCE(t3_not_supplemented_research_institution, 0) - COALESCE(t3_fee_unpaid_research_institution, 0) - COALESCE(t3_miscellaneous_research_institution, 0) AS known,
  (
    t3_granted_research_institution IS NULL
    OR t3_partially_granted_research_institution IS NULL
    OR t3_state_secret_research_institution IS NULL
    OR t3_prohibited_by_law_research_institution IS NULL
    OR t3_security_stability_research_institution IS NULL
    OR t3_third_party_research_institution IS NULL
    OR t3_internal_affairs_research_institution IS NULL
    OR t3_process_information_research_institution IS NULL
    OR t3_enforcement_files_research_institution IS NULL
    OR t3_inquiry_matters_research_institution IS NULL
    OR t3_not_held_research_institution IS NULL
    OR t3_needs_creation_research_institution IS NULL
    OR t3_unclear_research_institution IS NULL
    OR t3_petition_research_institution IS NULL
    OR t3_repeat_research_institution IS NULL
    OR t3_publications_research_institution IS NULL
    OR t3_excessive_research_institution IS NULL
    OR t3_reissue_research_institution IS NULL
    OR t3_not_supplemented_research_institution IS NULL
    OR t3_fee_unpaid_research_institution IS NULL
    OR t3_miscellaneous_research_institution IS NULL
  ) AS can_fall,
  (
    t3_total_research_institution IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.research_institution' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_research_institution AS left_side,
  t3_granted_research_institution + t3_partially_granted_research_institution + t3_state_secret_research_institution + t3_prohibited_by_law_research_institution + t3_security_stability_research_institution + t3_third_party_research_institution + t3_internal_affairs_research_institution + t3_process_information_research_institution + t3_enforcement_files_research_institution + t3_inquiry_matters_research_institution + t3_not_held_research_institution + t3_needs_creation_research_institution + t3_unclear_research_institution + t3_petition_research_institution + t3_repeat_research_institution + t3_publications_research_institution + t3_excessive_research_institution + t3_reissue_research_institution + t3_other_research_institution AS right_side,
  COALESCE(t3_total_research_institution, 0) - COALESCE(t3_granted_research_institution, 0) - COALESCE(t3_partially_granted_research_institution, 0) - COALESCE(t3_state_secret_research_institution, 0) - COALESCE(t3_prohibited_by_law_research_institution, 0) - COALESCE(t3_security_stability_research_institution, 0) - COALESCE(t3_third_party_research_institution, 0) - COALESCE(t3_internal_affairs_research_institution, 0) - COALESCE(t3_process_information_research_institution, 0) - COALESCE(t3_enforcement_files_research_institution, 0) - COALESCE(t3_inquiry_matters_research_institution, 0) - COALESCE(t3_not_held_research_institution, 0) - COALESCE(t3_needs_creation_research_institution, 0) - COALESCE(t3_unclear_research_institution, 0) - COALESCE(t3_petition_research_institution, 0) - COALESCE(t3_repeat_research_institution, 0) - COALESCE(t3_publications_research_institution, 0) - COALESCE(t3_excessive_research_institution, 0) - COALESCE(t3_reissue_research_institution, 0) - COALESCE(t3_other_research_institution, 0) AS known,
  (
    t3_granted_research_institution IS NULL
    OR t3_partially_granted_research_institution IS NULL
    OR t3_state_secret_research_institution IS NULL
    OR t3_prohibited_by_law_research_institution IS NULL
    OR t3_security_stability_research_institution IS NULL
    OR t3_third_party_research_institution IS NULL
    OR t3_internal_affairs_research_institution IS NULL
    OR t3_process_information_research_institution IS NULL
    OR t3_enforcement_files_research_institution IS NULL
    OR t3_inquiry_matters_research_institution IS NULL
    OR t3_not_held_research_institution IS NULL
    OR t3_needs_creation_research_institution IS NULL
    OR t3_unclear_research_institution IS NULL
    OR t3_petition_research_institution IS NULL
    OR t3_repeat_research_institution IS NULL
    OR t3_publications_research_institution IS NULL
    OR t3_excessive_research_institution IS NULL
    OR t3_reissue_research_institution IS NULL
    OR t3_other_research_institution IS NULL
  ) AS can_fall,
  (
    t3_total_research_institution IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.public_interest_organization' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_public_interest_organization AS left_side,
  t3_granted_public_interest_organization + t3_partially_granted_public_interest_organization + t3_state_secret_public_interest_organization + t3_prohibited_by_law_public_interest_organization + t3_security_stability_public_interest_organization + t3_third_party_public_interest_organization + t3_internal_affairs_public_interest_organization + t3_process_information_public_interest_organization + t3_enforcement_files_public_interest_organization + t3_inquiry_matters_public_interest_organization + t3_not_held_public_interest_organization + t3_needs_creation_public_interest_organization + t3_unclear_public_interest_organization + t3_petition_public_interest_organization + t3_repeat_public_interest_organization + t3_publications_public_interest_organization + t3_excessive_public_interest_organization + t3_reissue_public_interest_organization + t3_not_supplemented_public_interest_organization + t3_fee_unpaid_public_interest_organization + t3_miscellaneous_public_interest_organization AS right_side,
  COALESCE(t3_total_public_interest_organization, 0) - COALESCE(t3_granted_public_interest_organization, 0) - COALESCE(t3_partially_granted_public_interest_organization, 0) - COALESCE(t3_state_secret_public_interest_organization, 0) - COALESCE(t3_prohibited_by_law_public_interest_organization, 0) - COALESCE(t3_security_stability_public_interest_organization, 0) - COALESCE(t3_third_party_public_interest_organization, 0) - COALESCE(t3_internal_affairs_public_interest_organization, 0) - COALESCE(t3_process_information_public_interest_organization, 0) - COALESCE(t3_enforcement_files_public_interest_organization, 0) - COALESCE(t3_inquiry_matters_public_interest_organization, 0) - COALESCE(t3_not_held_public_interest_organization, 0) - COALESCE(t3_needs_creation_public_interest_organization, 0) - COALESCE(t3_unclear_public_interest_organization, 0) - COALESCE(t3_petition_public_interest_organization, 0) - COALESCE(t3_repeat_public_interest_organization, 0) - COALESCE(t3_publications_public_interest_organization, 0) - COALESCE(t3_excessive_public_interest_organization, 0) - COALESCE(t3_reissue_public_interest_organization, 0) - COALESCE(t3_not_supplemented_public_interest_organization, 0) - COALESCE(t3_fee_unpaid_public_interest_organization, 0) - COALESCE(t3_miscellaneous_public_interest_organization, 0) AS known,
  (
    t3_granted_public_interest_organization IS NULL
    OR t3_partially_granted_public_interest_organization IS NULL
    OR t3_state_secret_public_interest_organization IS NULL
    OR t3_prohibited_by_law_public_interest_organization IS NULL
    OR t3_security_stability_public_interest_organization IS NULL
    OR t3_third_party_public_interest_organization IS NULL
    OR t3_internal_affairs_public_interest_organization IS NULL
    OR t3_process_information_public_interest_organization IS NULL
    OR t3_enforcement_files_public_interest_organization IS NULL
    OR t3_inquiry_matters_public_interest_organization IS NULL
    OR t3_not_held_public_interest_organization IS NULL
    OR t3_needs_creation_public_interest_organization IS NULL
    OR t3_unclear_public_interest_organization IS NULL
    OR t3_petition_public_interest_organization IS NULL
    OR t3_repeat_public_interest_organization IS NULL
    OR t3_publications_public_interest_organization IS NULL
    OR t3_excessive_public_interest_organization IS NULL
    OR t3_reissue_public_interest_organization IS NULL
    OR t3_not_supplemented_public_interest_organization IS NULL
    OR t3_fee_unpaid_public_interest_organization IS NULL
    OR t3_miscellaneous_public_interest_organization IS NULL
  ) AS can_fall,
  (
    t3_total_public_interest_organization IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.public_interest_organization' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_public_interest_organization AS left_side,
  t3_granted_public_interest_organization + t3_partially_granted_public_interest_organization + t3_state_secret_public_interest_organization + t3_prohibited_by_law_public_interest_organization + t3_security_stability_public_interest_organization + t3_third_party_public_interest_organization + t3_internal_affairs_public_interest_organization + t3_process_information_public_interest_organization + t3_enforcement_files_public_interest_organization + t3_inquiry_matters_public_interest_organization + t3_not_held_public_interest_organization + t3_needs_creation_public_interest_organization + t3_unclear_public_interest_organization + t3_petition_public_interest_organization + t3_repeat_public_interest_organization + t3_publications_public_interest_organization + t3_excessive_public_interest_organization + t3_reissue_public_interest_organization + t3_other_public_interest_organization AS right_side,
  COALESCE(t3_total_public_interest_organization, 0) - COALESCE(t3_granted_public_interest_organization, 0) - COALESCE(t3_partially_granted_public_interest_organization, 0) - COALESCE(t3_state_secret_public_interest_organization, 0) - COALESCE(t3_prohibited_by_law_public_interest_organization, 0) - COALESCE(t3_security_stability_public_interest_organization, 0) - COALESCE(t3_third_party_public_interest_organization, 0) - COALESCE(t3_internal_affairs_public_interest_organization, 0) - COALESCE(t3_process_information_public_interest_organization, 0) - COALESCE(t3_enforcement_files_public_interest_organization, 0) - COALESCE(t3_inquiry_matters_public_interest_organization, 0) - COALESCE(t3_not_held_public_interest_organization, 0) - COALESCE(t3_needs_creation_public_interest_organization, 0) - COALESCE(t3_unclear_public_interest_organization, 0) - COALESCE(t3_petition_public_interest_organization, 0) - COALESCE(t3_repeat_public_interest_organization, 0) - COALESCE(t3_publications_public_interest_organization, 0) - COALESCE(t3_excessive_public_interest_organization, 0) - COALESCE(t3_reissue_public_interest_organization, 0) - COALESCE(t3_other_public_interest_organization, 0) AS known,
  (
    t3_granted_public_interest_organization IS NULL
    OR t3_partially_granted_public_interest_organization IS NULL
    OR t3_state_secret_public_interest_organization IS NULL
    OR t3_prohibited_by_law_public_interest_organization IS NULL
    OR t3_security_stability_public_interest_organization IS NULL
    OR t3_third_party_public_interest_organization IS NULL
    OR t3_internal_affairs_public_interest_organization IS NULL
    OR t3_process_information_public_interest_organization IS NULL
    OR t3_enforcement_files_public_interest_organization IS NULL
    OR t3_inquiry_matters_public_interest_organization IS NULL
    OR t3_not_held_public_interest_organization IS NULL
    OR t3_needs_creation_public_interest_organization IS NULL
    OR t3_unclear_public_interest_organization IS NULL
    OR t3_petition_public_interest_organization IS NULL
    OR t3_repeat_public_interest_organization IS NULL
    OR t3_publications_public_interest_organization IS NULL
    OR t3_excessive_public_interest_organization IS NULL
    OR t3_reissue_public_interest_organization IS NULL
    OR t3_other_public_interest_organization IS NULL
  ) AS can_fall,
  (
    t3_total_public_interest_organization IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.legal_service_organization' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_legal_service_organization AS left_side,
  t3_granted_legal_service_organization + t3_partially_granted_legal_service_organization + t3_state_secret_legal_service_organization + t3_prohibited_by_law_legal_service_organization + t3_security_stability_legal_service_organization + t3_third_party_legal_service_organization + t3_internal_affairs_legal_service_organization + t3_process_information_legal_service_organization + t3_enforcement_files_legal_service_organization + t3_inquiry_matters_legal_service_organization + t3_not_held_legal_service_organization + t3_needs_creation_legal_service_organization + t3_unclear_legal_service_organization + t3_petition_legal_service_organization + t3_repeat_legal_service_organization + t3_publications_legal_service_organization + t3_excessive_legal_service_organization + t3_reissue_legal_service_organization + t3_not_supplemented_legal_service_organization + t3_fee_unpaid_legal_service_organization + t3_miscellaneous_legal_service_organization AS right_side,
  COALESCE(t3_total_legal_service_organization, 0) - COALESCE(t3_granted_legal_service_organization, 0) - COALESCE(t3_partially_granted_legal_service_organization, 0) - COALESCE(t3_state_secret_legal_service_organization, 0) - COALESCE(t3_prohibited_by_law_legal_service_organization, 0) - COALESCE(t3_security_stability_legal_service_organization, 0) - COALESCE(t3_third_party_legal_service_organization, 0) - COALESCE(t3_internal_affairs_legal_service_organization, 0) - COALESCE(t3_process_information_legal_service_organization, 0) - COALESCE(t3_enforcement_files_legal_service_organization, 0) - COALESCE(t3_inquiry_matters_legal_service_organization, 0) - COALESCE(t3_not_held_legal_service_organization, 0) - COALESCE(t3_needs_creation_legal_service_organization, 0) - COALESCE(t3_unclear_legal_service_organization, 0) - COALESCE(t3_petition_legal_service_organization, 0) - COALESCE(t3_repeat_legal_service_organization, 0) - COALESCE(t3_publications_legal_service_organization, 0) - COALESCE(t3_excessive_legal_service_organization, 0) - COALESCE(t3_reissue_legal_service_organization, 0) - COALESCE(t3_not_supplemented_legal_service_organization, 0) - COALESCE(t3_fee_unpaid_legal_service_organization, 0) - COALESCE(t3_miscellaneous_legal_service_organization, 0) AS known,
  (
    t3_granted_legal_service_organization IS NULL
    OR t3_partially_granted_legal_service_organization IS NULL
    OR t3_state_secret_legal_service_organization IS NULL
    OR t3_prohibited_by_law_legal_service_organization IS NULL
    OR t3_security_stability_legal_service_organization IS NULL
    OR t3_third_party_legal_service_organization IS NULL
    OR t3_internal_affairs_legal_service_organization IS NULL
    OR t3_process_information_legal_service_organization IS NULL
    OR t3_enforcement_files_legal_service_organization IS NULL
    OR t3_inquiry_matters_legal_service_organization IS NULL
    OR t3_not_held_legal_service_organization IS NULL
    OR t3_needs_creation_legal_service_organization IS NULL
    OR t3_unclear_legal_service_organization IS NULL
    OR t3_petition_legal_service_organization IS NULL
    OR t3_repeat_legal_service_organization IS NULL
    OR t3_publications_legal_service_organization IS NULL
    OR t3_excessive_legal_service_organization IS NULL
    OR t3_reissue_legal_service_organization IS NULL
    OR t3_not_supplemented_legal_service_organization IS NULL
    OR t3_fee_unpaid_legal_service_organization IS NULL
    OR t3_miscellaneous_legal_service_organization IS NULL
  ) AS can_fall,
  (
    t3_total_legal_service_organization IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.legal_service_organization' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_legal_service_organization AS left_side,
  t3_granted_legal_service_organization + t3_partially_granted_legal_service_organization + t3_state_secret_legal_service_organization + t3_prohibited_by_law_legal_service_organization + t3_security_stability_legal_service_organization + t3_third_party_legal_service_organization + t3_internal_affairs_legal_service_organization + t3_process_information_legal_service_organization + t3_enforcement_files_legal_service_organization + t3_inquiry_matters_legal_service_organization + t3_not_held_legal_service_organization + t3_needs_creation_legal_service_organization + t3_unclear_legal_service_organization + t3_petition_legal_service_organization + t3_repeat_legal_service_organization + t3_publications_legal_service_organization + t3_excessive_legal_service_organization + t3_reissue_legal_service_organization + t3_other_legal_service_organization AS right_side,
  COALESCE(t3_total_legal_service_organization, 0) - COALESCE(t3_granted_legal_service_organization, 0) - COALESCE(t3_partially_granted_legal_service_organization, 0) - COALESCE(t3_state_secret_legal_service_organization, 0) - COALESCE(t3_prohibited_by_law_legal_service_organization, 0) - COALESCE(t3_security_stability_legal_service_organization, 0) - COALESCE(t3_third_party_legal_service_organization, 0) - COALESCE(t3_internal_affairs_legal_service_organization, 0) - COALESCE(t3_process_information_legal_service_organization, 0) - COALESCE(t3_enforcement_files_legal_service_organization, 0) - COALESCE(t3_inquiry_matters_legal_service_organization, 0) - COALESCE(t3_not_held_legal_service_organization, 0) - COALESCE(t3_needs_creation_legal_service_organization, 0) - COALESCE(t3_unclear_legal_service_organization, 0) - COALESCE(t3_petition_legal_service_organization, 0) - COALESCE(t3_repeat_legal_service_organization, 0) - COALESCE(t3_publications_legal_service_organization, 0) - COALESCE(t3_excessive_legal_service_organization, 0) - COALESCE(t3_reissue_legal_service_organization, 0) - COALESCE(t3_other_legal_service_organization, 0) AS known,
  (
    t3_granted_legal_service_organization IS NULL
    OR t3_partially_granted_legal_service_organization IS NULL
    OR t3_state_secret_legal_service_organization IS NULL
    OR t3_prohibited_by_law_legal_service_organization IS NULL
    OR t3_security_stability_legal_service_organization IS NULL
    OR t3_third_party_legal_service_organization IS NULL
    OR t3_internal_affairs_legal_service_organization IS NULL
    OR t3_process_information_legal_service_organization IS NULL
    OR t3_enforcement_files_legal_service_organization IS NULL
    OR t3_inquiry_matters_legal_service_organization IS NULL
    OR t3_not_held_legal_service_organization IS NULL
    OR t3_needs_creation_legal_service_organization IS NULL
    OR t3_unclear_legal_service_organization IS NULL
    OR t3_petition_legal_service_organization IS NULL
    OR t3_repeat_legal_service_organization IS NULL
    OR t3_publications_legal_service_organization IS NULL
    OR t3_excessive_legal_service_organization IS NULL
    OR t3_reissue_legal_service_organization IS NULL
    OR t3_other_legal_service_organization IS NULL
  ) AS can_fall,
  (
    t3_total_legal_service_organization IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.other_organization' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_other_organization AS left_side,
  t3_granted_other_organization + t3_partially_granted_other_organization + t3_state_secret_other_organization + t3_prohibited_by_law_other_organization + t3_security_stability_other_organization + t3_third_party_other_organization + t3_internal_affairs_other_organization + t3_process_information_other_organization + t3_enforcement_files_other_organization + t3_inquiry_matters_other_organization + t3_not_held_other_organization + t3_needs_creation_other_organization + t3_unclear_other_organization + t3_petition_other_organization + t3_repeat_other_organization + t3_publications_other_organization + t3_excessive_other_organization + t3_reissue_other_organization + t3_not_supplemented_other_organization + t3_fee_unpaid_other_organization + t3_miscellaneous_other_organization AS right_side,
  COALESCE(t3_total_other_organization, 0) - COALESCE(t3_granted_other_organization, 0) - COALESCE(t3_partially_granted_other_organization, 0) - COALESCE(t3_state_secret_other_organization, 0) - COALESCE(t3_prohibited_by_law_other_organization, 0) - COALESCE(t3_security_stability_other_organization, 0) - COALESCE(t3_third_party_other_organization, 0) - COALESCE(t3_internal_affairs_other_organization, 0) - COALESCE(t3_process_information_other_organization, 0) - COALESCE(t3_enforcement_files_other_organization, 0) - COALESCE(t3_inquiry_matters_other_organization, 0) - COALESCE(t3_not_held_other_organization, 0) - COALESCE(t3_needs_creation_other_organization, 0) - COALESCE(t3_unclear_other_organization, 0) - COALESCE(t3_petition_other_organization, 0) - COALESCE(t3_repeat_other_organization, 0) - COALESCE(t3_publications_other_organization, 0) - COALESCE(t3_excessive_other_organization, 0) - COALESCE(t3_reissue_other_organization, 0) - COALESCE(t3_not_supplemented_other_organization, 0) - COALESCE(t3_fee_unpaid_other_organization, 0) - COALESCE(t3_miscellaneous_other_organization, 0) AS known,
  (
    t3_granted_other_organization IS NULL
    OR t3_partially_granted_other_organization IS NULL
    OR t3_state_secret_other_organization IS NULL
    OR t3_prohibited_by_law_other_organization IS NULL
    OR t3_security_stability_other_organization IS NULL
    OR t3_third_party_other_organization IS NULL
    OR t3_internal_affairs_other_organization IS NULL
    OR t3_process_information_other_organization IS NULL
    OR t3_enforcement_files_other_organization IS NULL
    OR t3_inquiry_matters_other_organization IS NULL
    OR t3_not_held_other_organization IS NULL
    OR t3_needs_creation_other_organization IS NULL
    OR t3_unclear_other_organization IS NULL
    OR t3_petition_other_organization IS NULL
    OR t3_repeat_other_organization IS NULL
    OR t3_publications_other_organization IS NULL
    OR t3_excessive_other_organization IS NULL
    OR t3_reissue_other_organization IS NULL
    OR t3_not_supplemented_other_organization IS NULL
    OR t3_fee_unpaid_other_organization IS NULL
    OR t3_miscellaneous_other_organization IS NULL
  ) AS can_fall,
  (
    t3_total_other_organization IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.other_organization' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_other_organization AS left_side,
  t3_granted_other_organization + t3_partially_granted_other_organization + t3_state_secret_other_organization + t3_prohibited_by_law_other_organization + t3_security_stability_other_organization + t3_third_party_other_organization + t3_internal_affairs_other_organization + t3_process_information_other_organization + t3_enforcement_files_other_organization + t3_inquiry_matters_other_organization + t3_not_held_other_organization + t3_needs_creation_other_organization + t3_unclear_other_organization + t3_petition_other_organization + t3_repeat_other_organization + t3_publications_other_organization + t3_excessive_other_organization + t3_reissue_other_organization + t3_other_other_organization AS right_side,
  COALESCE(t3_total_other_organization, 0) - COALESCE(t3_granted_other_organization, 0) - COALESCE(t3_partially_granted_other_organization, 0) - COALESCE(t3_state_secret_other_organization, 0) - COALESCE(t3_prohibited_by_law_other_organization, 0) - COALESCE(t3_security_stability_other_organization, 0) - COALESCE(t3_third_party_other_organization, 0) - COALESCE(t3_internal_affairs_other_organization, 0) - COALESCE(t3_process_information_other_organization, 0) - COALESCE(t3_enforcement_files_other_organization, 0) - COALESCE(t3_inquiry_matters_other_organization, 0) - COALESCE(t3_not_held_other_organization, 0) - COALESCE(t3_needs_creation_other_organization, 0) - COALESCE(t3_unclear_other_organization, 0) - COALESCE(t3_petition_other_organization, 0) - COALESCE(t3_repeat_other_organization, 0) - COALESCE(t3_publications_other_organization, 0) - COALESCE(t3_excessive_other_organization, 0) - COALESCE(t3_reissue_other_organization, 0) - COALESCE(t3_other_other_organization, 0) AS known,
  (
    t3_granted_other_organization IS NULL
    OR t3_partially_granted_other_organization IS NULL
    OR t3_state_secret_other_organization IS NULL
    OR t3_prohibited_by_law_other_organization IS NULL
    OR t3_security_stability_other_organization IS NULL
    OR t3_third_party_other_organization IS NULL
    OR t3_internal_affairs_other_organization IS NULL
    OR t3_process_information_other_organization IS NULL
    OR t3_enforcement_files_other_organization IS NULL
    OR t3_inquiry_matters_other_organization IS NULL
    OR t3_not_held_other_organization IS NULL
    OR t3_needs_creation_other_organization IS NULL
    OR t3_unclear_other_organization IS NULL
    OR t3_petition_other_organization IS NULL
    OR t3_repeat_other_organization IS NULL
    OR t3_publications_other_organization IS NULL
    OR t3_excessive_other_organization IS NULL
    OR t3_reissue_other_organization IS NULL
    OR t3_other_other_organization IS NULL
  ) AS can_fall,
  (
    t3_total_other_organization IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.total' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_total AS left_side,
  t3_granted_total + t3_partially_granted_total + t3_state_secret_total + t3_prohibited_by_law_total + t3_security_stability_total + t3_third_party_total + t3_internal_affairs_total + t3_process_information_total + t3_enforcement_files_total + t3_inquiry_matters_total + t3_not_held_total + t3_needs_creation_total + t3_unclear_total + t3_petition_total + t3_repeat_total + t3_publications_total + t3_excessive_total + t3_reissue_total + t3_not_supplemented_total + t3_fee_unpaid_total + t3_miscellaneous_total AS right_side,
  COALESCE(t3_total_total, 0) - COALESCE(t3_granted_total, 0) - COALESCE(t3_partially_granted_total, 0) - COALESCE(t3_state_secret_total, 0) - COALESCE(t3_prohibited_by_law_total, 0) - COALESCE(t3_security_stability_total, 0) - COALESCE(t3_third_party_total, 0) - COALESCE(t3_internal_affairs_total, 0) - COALESCE(t3_process_information_total, 0) - COALESCE(t3_enforcement_files_total, 0) - COALESCE(t3_inquiry_matters_total, 0) - COALESCE(t3_not_held_total, 0) - COALESCE(t3_needs_creation_total, 0) - COALESCE(t3_unclear_total, 0) - COALESCE(t3_petition_total, 0) - COALESCE(t3_repeat_total, 0) - COALESCE(t3_publications_total, 0) - COALESCE(t3_excessive_total, 0) - COALESCE(t3_reissue_total, 0) - COALESCE(t3_not_supplemented_total, 0) - COALESCE(t3_fee_unpaid_total, 0) - COALESCE(t3_miscellaneous_total, 0) AS known,
  (
    t3_granted_total IS NULL
    OR t3_partially_granted_total IS NULL
    OR t3_state_secret_total IS NULL
    OR t3_prohibited_by_law_total IS NULL
    OR t3_security_stability_total IS NULL
    OR t3_third_party_total IS NULL
    OR t3_internal_affairs_total IS NULL
    OR t3_process_information_total IS NULL
    OR t3_enforcement_files_total IS NULL
    OR t3_inquiry_matters_total IS NULL
    OR t3_not_held_total IS NULL
    OR t3_needs_creation_total IS NULL
    OR t3_unclear_total IS NULL
    OR t3_petition_total IS NULL
    OR t3_repeat_total IS NULL
    OR t3_publications_total IS NULL
    OR t3_excessive_total IS NULL
    OR t3_reissue_total IS NULL
    OR t3_not_supplemented_total IS NULL
    OR t3_fee_unpaid_total IS NULL
    OR t3_miscellaneous_total IS NULL
  ) AS can_fall,
  (
    t3_total_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.outcome_total.total' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_total AS left_side,
  t3_granted_total + t3_partially_granted_total + t3_state_secret_total + t3_prohibited_by_law_total + t3_security_stability_total + t3_third_party_total + t3_internal_affairs_total + t3_process_information_total + t3_enforcement_files_total + t3_inquiry_matters_total + t3_not_held_total + t3_needs_creation_total + t3_unclear_total + t3_petition_total + t3_repeat_total + t3_publications_total + t3_excessive_total + t3_reissue_total + t3_other_total AS right_side,
  COALESCE(t3_total_total, 0) - COALESCE(t3_granted_total, 0) - COALESCE(t3_partially_granted_total, 0) - COALESCE(t3_state_secret_total, 0) - COALESCE(t3_prohibited_by_law_total, 0) - COALESCE(t3_security_stability_total, 0) - COALESCE(t3_third_party_total, 0) - COALESCE(t3_internal_affairs_total, 0) - COALESCE(t3_process_information_total, 0) - COALESCE(t3_enforcement_files_total, 0) - COALESCE(t3_inquiry_matters_total, 0) - COALESCE(t3_not_held_total, 0) - COALESCE(t3_needs_creation_total, 0) - COALESCE(t3_unclear_total, 0) - COALESCE(t3_petition_total, 0) - COALESCE(t3_repeat_total, 0) - COALESCE(t3_publications_total, 0) - COALESCE(t3_excessive_total, 0) - COALESCE(t3_reissue_total, 0) - COALESCE(t3_other_total, 0) AS known,
  (
    t3_granted_total IS NULL
    OR t3_partially_granted_total IS NULL
    OR t3_state_secret_total IS NULL
    OR t3_prohibited_by_law_total IS NULL
    OR t3_security_stability_total IS NULL
    OR t3_third_party_total IS NULL
    OR t3_internal_affairs_total IS NULL
    OR t3_process_information_total IS NULL
    OR t3_enforcement_files_total IS NULL
    OR t3_inquiry_matters_total IS NULL
    OR t3_not_held_total IS NULL
    OR t3_needs_creation_total IS NULL
    OR t3_unclear_total IS NULL
    OR t3_petition_total IS NULL
    OR t3_repeat_total IS NULL
    OR t3_publications_total IS NULL
    OR t3_excessive_total IS NULL
    OR t3_reissue_total IS NULL
    OR t3_other_total IS NULL
  ) AS can_fall,
  (
    t3_total_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.received' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_received_total AS left_side,
  t3_received_natural_person + t3_received_commercial_enterprise + t3_received_research_institution + t3_received_public_interest_organization + t3_received_legal_service_organization + t3_received_other_organization AS right_side,
  COALESCE(t3_received_total, 0) - COALESCE(t3_received_natural_person, 0) - COALESCE(t3_received_commercial_enterprise, 0) - COALESCE(t3_received_research_institution, 0) - COALESCE(t3_received_public_interest_organization, 0) - COALESCE(t3_received_legal_service_organization, 0) - COALESCE(t3_received_other_organization, 0) AS known,
  (
    t3_received_natural_person IS NULL
    OR t3_received_commercial_enterprise IS NULL
    OR t3_received_research_institution IS NULL
    OR t3_received_public_interest_organization IS NULL
    OR t3_received_legal_service_organization IS NULL
    OR t3_received_other_organization IS NULL
  ) AS can_fall,
  (
    t3_received_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.carried_in' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_carried_in_total AS left_side,
  t3_carried_in_natural_person + t3_carried_in_commercial_enterprise + t3_carried_in_research_institution + t3_carried_in_public_interest_organization + t3_carried_in_legal_service_organization + t3_carried_in_other_organization AS right_side,
  COALESCE(t3_carried_in_total, 0) - COALESCE(t3_carried_in_natural_person, 0) - COALESCE(t3_carried_in_commercial_enterprise, 0) - COALESCE(t3_carried_in_research_institution, 0) - COALESCE(t3_carried_in_public_interest_organization, 0) - COALESCE(t3_carried_in_legal_service_organization, 0) - COALESCE(t3_carried_in_other_organization, 0) AS known,
  (
    t3_carried_in_natural_person IS NULL
    OR t3_carried_in_commercial_enterprise IS NULL
    OR t3_carried_in_research_institution IS NULL
    OR t3_carried_in_public_interest_organization IS NULL
    OR t3_carried_in_legal_service_organization IS NULL
    OR t3_carried_in_other_organization IS NULL
  ) AS can_fall,
  (
    t3_carried_in_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.granted' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_granted_total AS left_side,
  t3_granted_natural_person + t3_granted_commercial_enterprise + t3_granted_research_institution + t3_granted_public_interest_organization + t3_granted_legal_service_organization + t3_granted_other_organization AS right_side,
  COALESCE(t3_granted_total, 0) - COALESCE(t3_granted_natural_person, 0) - COALESCE(t3_granted_commercial_enterprise, 0) - COALESCE(t3_granted_research_institution, 0) - COALESCE(t3_granted_public_interest_organization, 0) - COALESCE(t3_granted_legal_service_organization, 0) - COALESCE(t3_granted_other_organization, 0) AS known,
  (
    t3_granted_natural_person IS NULL
    OR t3_granted_commercial_enterprise IS NULL
    OR t3_granted_research_institution IS NULL
    OR t3_granted_public_interest_organization IS NULL
    OR t3_granted_legal_service_organization IS NULL
    OR t3_granted_other_organization IS NULL
  ) AS can_fall,
  (
    t3_granted_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.partially_granted' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_partially_granted_total AS left_side,
  t3_partially_granted_natural_person + t3_partially_granted_commercial_enterprise + t3_partially_granted_research_institution + t3_partially_granted_public_interest_organization + t3_partially_granted_legal_service_organization + t3_partially_granted_other_organization AS right_side,
  COALESCE(t3_partially_granted_total, 0) - COALESCE(t3_partially_granted_natural_person, 0) - COALESCE(t3_partially_granted_commercial_enterprise, 0) - COALESCE(t3_partially_granted_research_institution, 0) - COALESCE(t3_partially_granted_public_interest_organization, 0) - COALESCE(t3_partially_granted_legal_service_organization, 0) - COALESCE(t3_partially_granted_other_organization, 0) AS known,
  (
    t3_partially_granted_natural_person IS NULL
    OR t3_partially_granted_commercial_enterprise IS NULL
    OR t3_partially_granted_research_institution IS NULL
    OR t3_partially_granted_public_interest_organization IS NULL
    OR t3_partially_granted_legal_service_organization IS NULL
    OR t3_partially_granted_other_organization IS NULL
  ) AS can_fall,
  (
    t3_partially_granted_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.refused.state_secret' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_state_secret_total AS left_side,
  t3_state_secret_natural_person + t3_state_secret_commercial_enterprise + t3_state_secret_research_institution + t3_state_secret_public_interest_organization + t3_state_secret_legal_service_organization + t3_state_secret_other_organization AS right_side,
  COALESCE(t3_state_secret_total, 0) - COALESCE(t3_state_secret_natural_person, 0) - COALESCE(t3_state_secret_commercial_enterprise, 0) - COALESCE(t3_state_secret_research_institution, 0) - COALESCE(t3_state_secret_public_interest_organization, 0) - COALESCE(t3_state_secret_legal_service_organization, 0) - COALESCE(t3_state_secret_other_organization, 0) AS known,
  (
    t3_state_secret_natural_person IS NULL
    OR t3_state_secret_commercial_enterprise IS NULL
    OR t3_state_secret_research_institution IS NULL
    OR t3_state_secret_public_interest_organization IS NULL
    OR t3_state_secret_legal_service_organization IS NULL
    OR t3_state_secret_other_organization IS NULL
  ) AS can_fall,
  (
    t3_state_secret_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.refused.prohibited_by_law' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_prohibited_by_law_total AS left_side,
  t3_prohibited_by_law_natural_person + t3_prohibited_by_law_commercial_enterprise + t3_prohibited_by_law_research_institution + t3_prohibited_by_law_public_interest_organization + t3_prohibited_by_law_legal_service_organization + t3_prohibited_by_law_other_organization AS right_side,
  COALESCE(t3_prohibited_by_law_total, 0) - COALESCE(t3_prohibited_by_law_natural_person, 0) - COALESCE(t3_prohibited_by_law_commercial_enterprise, 0) - COALESCE(t3_prohibited_by_law_research_institution, 0) - COALESCE(t3_prohibited_by_law_public_interest_organization, 0) - COALESCE(t3_prohibited_by_law_legal_service_organization, 0) - COALESCE(t3_prohibited_by_law_other_organization, 0) AS known,
  (
    t3_prohibited_by_law_natural_person IS NULL
    OR t3_prohibited_by_law_commercial_enterprise IS NULL
    OR t3_prohibited_by_law_research_institution IS NULL
    OR t3_prohibited_by_law_public_interest_organization IS NULL
    OR t3_prohibited_by_law_legal_service_organization IS NULL
    OR t3_prohibited_by_law_other_organization IS NULL
  ) AS can_fall,
  (
    t3_prohibited_by_law_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.refused.security_stability' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_security_stability_total AS left_side,
  t3_security_stability_natural_person + t3_security_stability_commercial_enterprise + t3_security_stability_research_institution + t3_security_stability_public_interest_organization + t3_security_stability_legal_service_organization + t3_security_stability_other_organization AS right_side,
  COALESCE(t3_security_stability_total, 0) - COALESCE(t3_security_stability_natural_person, 0) - COALESCE(t3_security_stability_commercial_enterprise, 0) - COALESCE(t3_security_stability_research_institution, 0) - COALESCE(t3_security_stability_public_interest_organization, 0) - COALESCE(t3_security_stability_legal_service_organization, 0) - COALESCE(t3_security_stability_other_organization, 0) AS known,
  (
    t3_security_stability_natural_person IS NULL
    OR t3_security_stability_commercial_enterprise IS NULL
    OR t3_security_stability_research_institution IS NULL
    OR t3_security_stability_public_interest_organization IS NULL
    OR t3_security_stability_legal_service_organization IS NULL
    OR t3_security_stability_other_organization IS NULL
  ) AS can_fall,
  (
    t3_security_stability_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.refused.third_party' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_third_party_total AS left_side,
  t3_third_party_natural_person + t3_third_party_commercial_enterprise + t3_third_party_research_institution + t3_third_party_public_interest_organization + t3_third_party_legal_service_organization + t3_third_party_other_organization AS right_side,
  COALESCE(t3_third_party_total, 0) - COALESCE(t3_third_party_natural_person, 0) - COALESCE(t3_third_party_commercial_enterprise, 0) - COALESCE(t3_third_party_research_institution, 0) - COALESCE(t3_third_party_public_interest_organization, 0) - COALESCE(t3_third_party_legal_service_organization, 0) - COALESCE(t3_third_party_other_organization, 0) AS known,
  (
    t3_third_party_natural_person IS NULL
    OR t3_third_party_commercial_enterprise IS NULL
    OR t3_third_party_research_institution IS NULL
    OR t3_third_party_public_interest_organization IS NULL
    OR t3_third_party_legal_service_organization IS NULL
    OR t3_third_party_other_organization IS NULL
  ) AS can_fall,
  (
    t3_third_party_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.refused.internal_affairs' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_internal_affairs_total AS left_side,
  t3_internal_affairs_natural_person + t3_internal_affairs_commercial_enterprise + t3_internal_affairs_research_institution + t3_internal_affairs_public_interest_organization + t3_internal_affairs_legal_service_organization + t3_internal_affairs_other_organization AS right_side,
  COALESCE(t3_internal_affairs_total, 0) - COALESCE(t3_internal_affairs_natural_person, 0) - COALESCE(t3_internal_affairs_commercial_enterprise, 0) - COALESCE(t3_internal_affairs_research_institution, 0) - COALESCE(t3_internal_affairs_public_interest_organization, 0) - COALESCE(t3_internal_affairs_legal_service_organization, 0) - COALESCE(t3_internal_affairs_other_organization, 0) AS known,
  (
    t3_internal_affairs_natural_person IS NULL
    OR t3_internal_affairs_commercial_enterprise IS NULL
    OR t3_internal_affairs_research_institution IS NULL
    OR t3_internal_affairs_public_interest_organization IS NULL
    OR t3_internal_affairs_legal_service_organization IS NULL
    OR t3_internal_affairs_other_organization IS NULL
  ) AS can_fall,
  (
    t3_internal_affairs_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.refused.process_information' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_process_information_total AS left_side,
  t3_process_information_natural_person + t3_process_information_commercial_enterprise + t3_process_information_research_institution + t3_process_information_public_interest_organization + t3_process_information_legal_service_organization + t3_process_information_other_organization AS right_side,
  COALESCE(t3_process_information_total, 0) - COALESCE(t3_process_information_natural_person, 0) - COALESCE(t3_process_information_commercial_enterprise, 0) - COALESCE(t3_process_information_research_institution, 0) - COALESCE(t3_process_information_public_interest_organization, 0) - COALESCE(t3_process_information_legal_service_organization, 0) - COALESCE(t3_process_information_other_organization, 0) AS known,
  (
    t3_process_information_natural_person IS NULL
    OR t3_process_information_commercial_enterprise IS NULL
    OR t3_process_information_research_institution IS NULL
    OR t3_process_information_public_interest_organization IS NULL
    OR t3_process_information_legal_service_organization IS NULL
    OR t3_process_information_other_organization IS NULL
  ) AS can_fall,
  (
    t3_process_information_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.refused.enforcement_files' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_enforcement_files_total AS left_side,
  t3_enforcement_files_natural_person + t3_enforcement_files_commercial_enterprise + t3_enforcement_files_research_institution + t3_enforcement_files_public_interest_organization + t3_enforcement_files_legal_service_organization + t3_enforcement_files_other_organization AS right_side,
  COALESCE(t3_enforcement_files_total, 0) - COALESCE(t3_enforcement_files_natural_person, 0) - COALESCE(t3_enforcement_files_commercial_enterprise, 0) - COALESCE(t3_enforcement_files_research_institution, 0) - COALESCE(t3_enforcement_files_public_interest_organization, 0) - COALESCE(t3_enforcement_files_legal_service_organization, 0) - COALESCE(t3_enforcement_files_other_organization, 0) AS known,
  (
    t3_enforcement_files_natural_person IS NULL
    OR t3_enforcement_files_commercial_enterprise IS NULL
    OR t3_enforcement_files_research_institution IS NULL
    OR t3_enforcement_files_public_interest_organization IS NULL
    OR t3_enforcement_files_legal_service_organization IS NULL
    OR t3_enforcement_files_other_organization IS NULL
  ) AS can_fall,
  (
    t3_enforcement_files_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.refused.inquiry_matters' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_inquiry_matters_total AS left_side,
  t3_inquiry_matters_natural_person + t3_inquiry_matters_commercial_enterprise + t3_inquiry_matters_research_institution + t3_inquiry_matters_public_interest_organization + t3_inquiry_matters_legal_service_organization + t3_inquiry_matters_other_organization AS right_side,
  COALESCE(t3_inquiry_matters_total, 0) - COALESCE(t3_inquiry_matters_natural_person, 0) - COALESCE(t3_inquiry_matters_commercial_enterprise, 0) - COALESCE(t3_inquiry_matters_research_institution, 0) - COALESCE(t3_inquiry_matters_public_interest_organization, 0) - COALESCE(t3_inquiry_matters_legal_service_organization, 0) - COALESCE(t3_inquiry_matters_other_organization, 0) AS known,
  (
    t3_inquiry_matters_natural_person IS NULL
    OR t3_inquiry_matters_commercial_enterprise IS NULL
    OR t3_inquiry_matters_research_institution IS NULL
    OR t3_inquiry_matters_public_interest_organization IS NULL
    OR t3_inquiry_matters_legal_service_organization IS NULL
    OR t3_inquiry_matters_other_organization IS NULL
  ) AS can_fall,
  (
    t3_inquiry_matters_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.unavailable.not_held' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_not_held_total AS left_side,
  t3_not_held_natural_person + t3_not_held_commercial_enterprise + t3_not_held_research_institution + t3_not_held_public_interest_organization + t3_not_held_legal_service_organization + t3_not_held_other_organization AS right_side,
  COALESCE(t3_not_held_total, 0) - COALESCE(t3_not_held_natural_person, 0) - COALESCE(t3_not_held_commercial_enterprise, 0) - COALESCE(t3_not_held_research_institution, 0) - COALESCE(t3_not_held_public_interest_organization, 0) - COALESCE(t3_not_held_legal_service_organization, 0) - COALESCE(t3_not_held_other_organization, 0) AS known,
  (
    t3_not_held_natural_person IS NULL
    OR t3_not_held_commercial_enterprise IS NULL
    OR t3_not_held_research_institution IS NULL
    OR t3_not_held_public_interest_organization IS NULL
    OR t3_not_held_legal_service_organization IS NULL
    OR t3_not_held_other_organization IS NULL
  ) AS can_fall,
  (
    t3_not_held_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.unavailable.needs_creation' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_needs_creation_total AS left_side,
  t3_needs_creation_natural_person + t3_needs_creation_commercial_enterprise + t3_needs_creation_research_institution + t3_needs_creation_public_interest_organization + t3_needs_creation_legal_service_organization + t3_needs_creation_other_organization AS right_side,
  COALESCE(t3_needs_creation_total, 0) - COALESCE(t3_needs_creation_natural_person, 0) - COALESCE(t3_needs_creation_commercial_enterprise, 0) - COALESCE(t3_needs_creation_research_institution, 0) - COALESCE(t3_needs_creation_public_interest_organization, 0) - COALESCE(t3_needs_creation_legal_service_organization, 0) - COALESCE(t3_needs_creation_other_organization, 0) AS known,
  (
    t3_needs_creation_natural_person IS NULL
    OR t3_needs_creation_commercial_enterprise IS NULL
    OR t3_needs_creation_research_institution IS NULL
    OR t3_needs_creation_public_interest_organization IS NULL
    OR t3_needs_creation_legal_service_organization IS NULL
    OR t3_needs_creation_other_organization IS NULL
  ) AS can_fall,
  (
    t3_needs_creation_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.unavailable.unclear' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_unclear_total AS left_side,
  t3_unclear_natural_person + t3_unclear_commercial_enterprise + t3_unclear_research_institution + t3_unclear_public_interest_organization + t3_unclear_legal_service_organization + t3_unclear_other_organization AS right_side,
  COALESCE(t3_unclear_total, 0) - COALESCE(t3_unclear_natural_person, 0) - COALESCE(t3_unclear_commercial_enterprise, 0) - COALESCE(t3_unclear_research_institution, 0) - COALESCE(t3_unclear_public_interest_organization, 0) - COALESCE(t3_unclear_legal_service_organization, 0) - COALESCE(t3_unclear_other_organization, 0) AS known,
  (
    t3_unclear_natural_person IS NULL
    OR t3_unclear_commercial_enterprise IS NULL
    OR t3_unclear_research_institution IS NULL
    OR t3_unclear_public_interest_organization IS NULL
    OR t3_unclear_legal_service_organization IS NULL
    OR t3_unclear_other_organization IS NULL
  ) AS can_fall,
  (
    t3_unclear_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.not_processed.petition' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_petition_total AS left_side,
  t3_petition_natural_person + t3_petition_commercial_enterprise + t3_petition_research_institution + t3_petition_public_interest_organization + t3_petition_legal_service_organization + t3_petition_other_organization AS right_side,
  COALESCE(t3_petition_total, 0) - COALESCE(t3_petition_natural_person, 0) - COALESCE(t3_petition_commercial_enterprise, 0) - COALESCE(t3_petition_research_institution, 0) - COALESCE(t3_petition_public_interest_organization, 0) - COALESCE(t3_petition_legal_service_organization, 0) - COALESCE(t3_petition_other_organization, 0) AS known,
  (
    t3_petition_natural_person IS NULL
    OR t3_petition_commercial_enterprise IS NULL
    OR t3_petition_research_institution IS NULL
    OR t3_petition_public_interest_organization IS NULL
    OR t3_petition_legal_service_organization IS NULL
    OR t3_petition_other_organization IS NULL
  ) AS can_fall,
  (
    t3_petition_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.not_processed.repeat' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_repeat_total AS left_side,
  t3_repeat_natural_person + t3_repeat_commercial_enterprise + t3_repeat_research_institution + t3_repeat_public_interest_organization + t3_repeat_legal_service_organization + t3_repeat_other_organization AS right_side,
  COALESCE(t3_repeat_total, 0) - COALESCE(t3_repeat_natural_person, 0) - COALESCE(t3_repeat_commercial_enterprise, 0) - COALESCE(t3_repeat_research_institution, 0) - COALESCE(t3_repeat_public_interest_organization, 0) - COALESCE(t3_repeat_legal_service_organization, 0) - COALESCE(t3_repeat_other_organization, 0) AS known,
  (
    t3_repeat_natural_person IS NULL
    OR t3_repeat_commercial_enterprise IS NULL
    OR t3_repeat_research_institution IS NULL
    OR t3_repeat_public_interest_organization IS NULL
    OR t3_repeat_legal_service_organization IS NULL
    OR t3_repeat_other_organization IS NULL
  ) AS can_fall,
  (
    t3_repeat_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.not_processed.publications' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_publications_total AS left_side,
  t3_publications_natural_person + t3_publications_commercial_enterprise + t3_publications_research_institution + t3_publications_public_interest_organization + t3_publications_legal_service_organization + t3_publications_other_organization AS right_side,
  COALESCE(t3_publications_total, 0) - COALESCE(t3_publications_natural_person, 0) - COALESCE(t3_publications_commercial_enterprise, 0) - COALESCE(t3_publications_research_institution, 0) - COALESCE(t3_publications_public_interest_organization, 0) - COALESCE(t3_publications_legal_service_organization, 0) - COALESCE(t3_publications_other_organization, 0) AS known,
  (
    t3_publications_natural_person IS NULL
    OR t3_publications_commercial_enterprise IS NULL
    OR t3_publications_research_institution IS NULL
    OR t3_publications_public_interest_organization IS NULL
    OR t3_publications_legal_service_organization IS NULL
    OR t3_publications_other_organization IS NULL
  ) AS can_fall,
  (
    t3_publications_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.not_processed.excessive' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_excessive_total AS left_side,
  t3_excessive_natural_person + t3_excessive_commercial_enterprise + t3_excessive_research_institution + t3_excessive_public_interest_organization + t3_excessive_legal_service_organization + t3_excessive_other_organization AS right_side,
  COALESCE(t3_excessive_total, 0) - COALESCE(t3_excessive_natural_person, 0) - COALESCE(t3_excessive_commercial_enterprise, 0) - COALESCE(t3_excessive_research_institution, 0) - COALESCE(t3_excessive_public_interest_organization, 0) - COALESCE(t3_excessive_legal_service_organization, 0) - COALESCE(t3_excessive_other_organization, 0) AS known,
  (
    t3_excessive_natural_person IS NULL
    OR t3_excessive_commercial_enterprise IS NULL
    OR t3_excessive_research_institution IS NULL
    OR t3_excessive_public_interest_organization IS NULL
    OR t3_excessive_legal_service_organization IS NULL
    OR t3_excessive_other_organization IS NULL
  ) AS can_fall,
  (
    t3_excessive_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.not_processed.reissue' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_reissue_total AS left_side,
  t3_reissue_natural_person + t3_reissue_commercial_enterprise + t3_reissue_research_institution + t3_reissue_public_interest_organization + t3_reissue_legal_service_organization + t3_reissue_other_organization AS right_side,
  COALESCE(t3_reissue_total, 0) - COALESCE(t3_reissue_natural_person, 0) - COALESCE(t3_reissue_commercial_enterprise, 0) - COALESCE(t3_reissue_research_institution, 0) - COALESCE(t3_reissue_public_interest_organization, 0) - COALESCE(t3_reissue_legal_service_organization, 0) - COALESCE(t3_reissue_other_organization, 0) AS known,
  (
    t3_reissue_natural_person IS NULL
    OR t3_reissue_commercial_enterprise IS NULL
    OR t3_reissue_research_institution IS NULL
    OR t3_reissue_public_interest_organization IS NULL
    OR t3_reissue_legal_service_organization IS NULL
    OR t3_reissue_other_organization IS NULL
  ) AS can_fall,
  (
    t3_reissue_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.other.not_supplemented' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_not_supplemented_total AS left_side,
  t3_not_supplemented_natural_person + t3_not_supplemented_commercial_enterprise + t3_not_supplemented_research_institution + t3_not_supplemented_public_interest_organization + t3_not_supplemented_legal_service_organization + t3_not_supplemented_other_organization AS right_side,
  COALESCE(t3_not_supplemented_total, 0) - COALESCE(t3_not_supplemented_natural_person, 0) - COALESCE(t3_not_supplemented_commercial_enterprise, 0) - COALESCE(t3_not_supplemented_research_institution, 0) - COALESCE(t3_not_supplemented_public_interest_organization, 0) - COALESCE(t3_not_supplemented_legal_service_organization, 0) - COALESCE(t3_not_supplemented_other_organization, 0) AS known,
  (
    t3_not_supplemented_natural_person IS NULL
    OR t3_not_supplemented_commercial_enterprise IS NULL
    OR t3_not_supplemented_research_institution IS NULL
    OR t3_not_supplemented_public_interest_organization IS NULL
    OR t3_not_supplemented_legal_service_organization IS NULL
    OR t3_not_supplemented_other_organization IS NULL
  ) AS can_fall,
  (
    t3_not_supplemented_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.other.fee_unpaid' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_fee_unpaid_total AS left_side,
  t3_fee_unpaid_natural_person + t3_fee_unpaid_commercial_enterprise + t3_fee_unpaid_research_institution + t3_fee_unpaid_public_interest_organization + t3_fee_unpaid_legal_service_organization + t3_fee_unpaid_other_organization AS right_side,
  COALESCE(t3_fee_unpaid_total, 0) - COALESCE(t3_fee_unpaid_natural_person, 0) - COALESCE(t3_fee_unpaid_commercial_enterprise, 0) - COALESCE(t3_fee_unpaid_research_institution, 0) - COALESCE(t3_fee_unpaid_public_interest_organization, 0) - COALESCE(t3_fee_unpaid_legal_service_organization, 0) - COALESCE(t3_fee_unpaid_other_organization, 0) AS known,
  (
    t3_fee_unpaid_natural_person IS NULL
    OR t3_fee_unpaid_commercial_enterprise IS NULL
    OR t3_fee_unpaid_research_institution IS NULL
    OR t3_fee_unpaid_public_interest_organization IS NULL
    OR t3_fee_unpaid_legal_service_organization IS NULL
    OR t3_fee_unpaid_other_organization IS NULL
  ) AS can_fall,
  (
    t3_fee_unpaid_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.other.miscellaneous' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_miscellaneous_total AS left_side,
  t3_miscellaneous_natural_person + t3_miscellaneous_commercial_enterprise + t3_miscellaneous_research_institution + t3_miscellaneous_public_interest_organization + t3_miscellaneous_legal_service_organization + t3_miscellaneous_other_organization AS right_side,
  COALESCE(t3_miscellaneous_total, 0) - COALESCE(t3_miscellaneous_natural_person, 0) - COALESCE(t3_miscellaneous_commercial_enterprise, 0) - COALESCE(t3_miscellaneous_research_institution, 0) - COALESCE(t3_miscellaneous_public_interest_organization, 0) - COALESCE(t3_miscellaneous_legal_service_organization, 0) - COALESCE(t3_miscellaneous_other_organization, 0) AS known,
  (
    t3_miscellaneous_natural_person IS NULL
    OR t3_miscellaneous_commercial_enterprise IS NULL
    OR t3_miscellaneous_research_institution IS NULL
    OR t3_miscellaneous_public_interest_organization IS NULL
    OR t3_miscellaneous_legal_service_organization IS NULL
    OR t3_miscellaneous_other_organization IS NULL
  ) AS can_fall,
  (
    t3_miscellaneous_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.total' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_total_total AS left_side,
  t3_total_natural_person + t3_total_commercial_enterprise + t3_total_research_institution + t3_total_public_interest_organization + t3_total_legal_service_organization + t3_total_other_organization AS right_side,
  COALESCE(t3_total_total, 0) - COALESCE(t3_total_natural_person, 0) - COALESCE(t3_total_commercial_enterprise, 0) - COALESCE(t3_total_research_institution, 0) - COALESCE(t3_total_public_interest_organization, 0) - COALESCE(t3_total_legal_service_organization, 0) - COALESCE(t3_total_other_organization, 0) AS known,
  (
    t3_total_natural_person IS NULL
    OR t3_total_commercial_enterprise IS NULL
    OR t3_total_research_institution IS NULL
    OR t3_total_public_interest_organization IS NULL
    OR t3_total_legal_service_organization IS NULL
    OR t3_total_other_organization IS NULL
  ) AS can_fall,
  (
    t3_total_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.carried_out' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_carried_out_total AS left_side,
  t3_carried_out_natural_person + t3_carried_out_commercial_enterprise + t3_carried_out_research_institution + t3_carried_out_public_interest_organization + t3_carried_out_legal_service_organization + t3_carried_out_other_organization AS right_side,
  COALESCE(t3_carried_out_total, 0) - COALESCE(t3_carried_out_natural_person, 0) - COALESCE(t3_carried_out_commercial_enterprise, 0) - COALESCE(t3_carried_out_research_institution, 0) - COALESCE(t3_carried_out_public_interest_organization, 0) - COALESCE(t3_carried_out_legal_service_organization, 0) - COALESCE(t3_carried_out_other_organization, 0) AS known,
  (
    t3_carried_out_natural_person IS NULL
    OR t3_carried_out_commercial_enterprise IS NULL
    OR t3_carried_out_research_institution IS NULL
    OR t3_carried_out_public_interest_organization IS NULL
    OR t3_carried_out_legal_service_organization IS NULL
    OR t3_carried_out_other_organization IS NULL
  ) AS can_fall,
  (
    t3_carried_out_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'disputes.total.reconsideration' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t4_reconsideration_total AS left_side,
  t4_reconsideration_upheld + t4_reconsideration_corrected + t4_reconsideration_other + t4_reconsideration_pending AS right_side,
  COALESCE(t4_reconsideration_total, 0) - COALESCE(t4_reconsideration_upheld, 0) - COALESCE(t4_reconsideration_corrected, 0) - COALESCE(t4_reconsideration_other, 0) - COALESCE(t4_reconsideration_pending, 0) AS known,
  (
    t4_reconsideration_upheld IS NULL
    OR t4_reconsideration_corrected IS NULL
    OR t4_reconsideration_other IS NULL
    OR t4_reconsideration_pending IS NULL
  ) AS can_fall,
  (
    t4_reconsideration_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'disputes.total.direct_litigation' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t4_direct_litigation_total AS left_side,
  t4_direct_litigation_upheld + t4_direct_litigation_corrected + t4_direct_litigation_other + t4_direct_litigation_pending AS right_side,
  COALESCE(t4_direct_litigation_total, 0) - COALESCE(t4_direct_litigation_upheld, 0) - COALESCE(t4_direct_litigation_corrected, 0) - COALESCE(t4_direct_litigation_other, 0) - COALESCE(t4_direct_litigation_pending, 0) AS known,
  (
    t4_direct_litigation_upheld IS NULL
    OR t4_direct_litigation_corrected IS NULL
    OR t4_direct_litigation_other IS NULL
    OR t4_direct_litigation_pending IS NULL
  ) AS can_fall,
  (
    t4_direct_litigation_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'disputes.total.litigation_after_reconsideration' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t4_litigation_after_reconsideration_total AS left_side,
  t4_litigation_after_reconsideration_upheld + t4_litigation_after_reconsideration_corrected + t4_litigation_after_reconsideration_other + t4_litigation_after_reconsideration_pending AS right_side,
  COALESCE(t4_litigation_after_reconsideration_total, 0) - COALESCE(t4_litigation_after_reconsideration_upheld, 0) - COALESCE(t4_litigation_after_reconsideration_corrected, 0) - COALESCE(t4_litigation_after_reconsideration_other, 0) - COALESCE(t4_litigation_after_reconsideration_pending, 0) AS known,
  (
    t4_litigation_after_reconsideration_upheld IS NULL
    OR t4_litigation_after_reconsideration_corrected IS NULL
    OR t4_litigation_after_reconsideration_other IS NULL
    OR t4_litigation_after_reconsideration_pending IS NULL
  ) AS can_fall,
  (
    t4_litigation_after_reconsideration_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'disclosure.issued_still_counted.rules' AS relation,
  'soft' AS strength,
  'le' AS comparison,
  t2_rules_issued AS left_side,
  t2_rules_in_force + t2_rules_repealed AS right_side,
  COALESCE(t2_rules_issued, 0) - COALESCE(t2_rules_in_force, 0) - COALESCE(t2_rules_repealed, 0) AS known,
  (
    t2_rules_in_force IS NULL OR t2_rules_repealed IS NULL
  ) AS can_fall,
  (
    t2_rules_issued IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'disclosure.issued_still_counted.normative_documents' AS relation,
  'soft' AS strength,
  'le' AS comparison,
  t2_normative_documents_issued AS left_side,
  t2_normative_documents_in_force + t2_normative_documents_repealed AS right_side,
  COALESCE(t2_normative_documents_issued, 0) - COALESCE(t2_normative_documents_in_force, 0) - COALESCE(t2_normative_documents_repealed, 0) AS known,
  (
    t2_normative_documents_in_force IS NULL
    OR t2_normative_documents_repealed IS NULL
  ) AS can_fall,
  (
    t2_normative_documents_issued IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2021', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'requests.applicant_total.outcomes.other' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  t3_other_total AS left_side,
  t3_other_natural_person + t3_other_commercial_enterprise + t3_other_research_institution + t3_other_public_interest_organization + t3_other_legal_service_organization + t3_other_other_organization AS right_side,
  COALESCE(t3_other_total, 0) - COALESCE(t3_other_natural_person, 0) - COALESCE(t3_other_commercial_enterprise, 0) - COALESCE(t3_other_research_institution, 0) - COALESCE(t3_other_public_interest_organization, 0) - COALESCE(t3_other_legal_service_organization, 0) - COALESCE(t3_other_other_organization, 0) AS known,
  (
    t3_other_natural_person IS NULL
    OR t3_other_commercial_enterprise IS NULL
    OR t3_other_research_institution IS NULL
    OR t3_other_public_interest_organization IS NULL
    OR t3_other_legal_service_organization IS NULL
    OR t3_other_other_organization IS NULL
  ) AS can_fall,
  (
    t3_other_total IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019', '2021-undivided')
UNION ALL
SELECT
  report_id,
  form,
  'disclosure.published_within_total.rules' AS relation,
  'soft' AS strength,
  'le' AS comparison,
  t2_rules_published AS left_side,
  t2_rules_published_total AS right_side,
  COALESCE(t2_rules_published, 0) - COALESCE(t2_rules_published_total, 0) AS known,
  (
    t2_rules_published_total IS NULL
  ) AS can_fall,
  (
    t2_rules_published IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019')
UNION ALL
SELECT
  report_id,
  form,
  'disclosure.published_within_total.normative_documents' AS relation,
  'soft' AS strength,
  'le' AS comparison,
  t2_normative_documents_published AS left_side,
  t2_normative_documents_published_total AS right_side,
  COALESCE(t2_normative_documents_published, 0) - COALESCE(t2_normative_documents_published_total, 0) AS known,
  (
    t2_normative_documents_published_total IS NULL
  ) AS can_fall,
  (
    t2_normative_documents_published IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019')
UNION ALL
SELECT
  report_id,
  form,
  'disclosure.items_nonnegative.administrative_licensing' AS relation,
  'soft' AS strength,
  'le' AS comparison,
  0 AS left_side,
  t2_administrative_licensing_prior_items + t2_administrative_licensing_change AS right_side,
  0 - COALESCE(t2_administrative_licensing_prior_items, 0) - COALESCE(t2_administrative_licensing_change, 0) AS known,
  (
    t2_administrative_licensing_prior_items IS NULL
    OR t2_administrative_licensing_change IS NULL
  ) AS can_fall,
  (
    t2_administrative_licensing_change IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019')
UNION ALL
SELECT
  report_id,
  form,
  'disclosure.items_nonnegative.other_external_services' AS relation,
  'soft' AS strength,
  'le' AS comparison,
  0 AS left_side,
  t2_other_external_services_prior_items + t2_other_external_services_change AS right_side,
  0 - COALESCE(t2_other_external_services_prior_items, 0) - COALESCE(t2_other_external_services_change, 0) AS known,
  (
    t2_other_external_services_prior_items IS NULL
    OR t2_other_external_services_change IS NULL
  ) AS can_fall,
  (
    t2_other_external_services_change IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019')
UNION ALL
SELECT
  report_id,
  form,
  'disclosure.items_nonnegative.administrative_penalty' AS relation,
  'soft' AS strength,
  'le' AS comparison,
  0 AS left_side,
  t2_administrative_penalty_prior_items + t2_administrative_penalty_change AS right_side,
  0 - COALESCE(t2_administrative_penalty_prior_items, 0) - COALESCE(t2_administrative_penalty_change, 0) AS known,
  (
    t2_administrative_penalty_prior_items IS NULL
    OR t2_administrative_penalty_change IS NULL
  ) AS can_fall,
  (
    t2_administrative_penalty_change IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019')
UNION ALL
SELECT
  report_id,
  form,
  'disclosure.items_nonnegative.administrative_compulsion' AS relation,
  'soft' AS strength,
  'le' AS comparison,
  0 AS left_side,
  t2_administrative_compulsion_prior_items + t2_administrative_compulsion_change AS right_side,
  0 - COALESCE(t2_administrative_compulsion_prior_items, 0) - COALESCE(t2_administrative_compulsion_change, 0) AS known,
  (
    t2_administrative_compulsion_prior_items IS NULL
    OR t2_administrative_compulsion_change IS NULL
  ) AS can_fall,
  (
    t2_administrative_compulsion_change IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019')
UNION ALL
SELECT
  report_id,
  form,
  'disclosure.items_nonnegative.administrative_fees' AS relation,
  'soft' AS strength,
  'le' AS comparison,
  0 AS left_side,
  t2_administrative_fees_prior_items + t2_administrative_fees_change AS right_side,
  0 - COALESCE(t2_administrative_fees_prior_items, 0) - COALESCE(t2_administrative_fees_change, 0) AS known,
  (
    t2_administrative_fees_prior_items IS NULL
    OR t2_administrative_fees_change IS NULL
  ) AS can_fall,
  (
    t2_administrative_fees_change IS NULL
  ) AS can_rise
FROM gxstats_report
WHERE
  form IN ('2019');

-- 每份报告每条勾稽关系的结果：相符、不符，或因空白无法判断
-- What comes of every cross-check of every report: held, violated, or undecided for a blank
CREATE VIEW gxstats_result AS
SELECT
  report_id,
  form,
  relation,
  strength,
  CASE
    WHEN known > 0 AND NOT can_fall
    THEN 'violated'
    WHEN known < 0 AND NOT can_rise AND comparison = 'eq'
    THEN 'violated'
    WHEN can_fall OR can_rise
    THEN 'undecided'
    ELSE 'held'
  END AS outcome,
  left_side,
  right_side,
  left_side - right_side AS residual
FROM gxstats_sum;

-- 不符的勾稽关系，连同报告和两边的数；soft 只供提示
-- The cross-checks that are violated, with the report and both sides; soft ones are hints
CREATE VIEW gxstats_violated AS
SELECT
  result.report_id,
  report.organ_name,
  report.year,
  result.form,
  result.relation,
  result.strength,
  result.left_side,
  result.right_side,
  result.residual,
  described.text_zh,
  described.text_en
FROM gxstats_result AS result
JOIN gxstats_report AS report
  ON report.report_id = result.report_id
JOIN gxstats_relation AS described
  ON described.form = result.form AND described.relation = result.relation
WHERE
  result.outcome = 'violated';

-- 每份报告的结论，不计 soft
-- The verdict on every report, soft ones not counted
CREATE VIEW gxstats_verdict AS
SELECT
  report_id,
  CASE
    WHEN violated > 0
    THEN 'violated'
    WHEN undecided > 0
    THEN 'undecided'
    ELSE 'held'
  END AS verdict,
  violated,
  undecided,
  held,
  hints
FROM (
  SELECT
    report_id,
    COUNT(CASE WHEN outcome = 'violated' AND strength <> 'soft' THEN 1 END) AS violated,
    COUNT(CASE WHEN outcome = 'undecided' AND strength <> 'soft' THEN 1 END) AS undecided,
    COUNT(CASE WHEN outcome = 'held' AND strength <> 'soft' THEN 1 END) AS held,
    COUNT(CASE WHEN outcome = 'violated' AND strength = 'soft' THEN 1 END) AS hints
  FROM gxstats_result
  GROUP BY
    report_id
) AS counted;

-- 每份报告的机关：信用代码；没有代码的，同名（同区划）且只有一个代码的机关的代码，否则名称和区划
-- The organ of each report: its credit code; without one, that of the one organ of its name and division that has a code, and else its name and division
CREATE VIEW gxstats_organ AS
SELECT
  report.report_id,
  report.year,
  COALESCE(
    report.organ_code,
    known.organ_code,
    CASE
      WHEN COALESCE(report.organ_name, report.organ_division) IS NOT NULL
      THEN COALESCE(report.organ_name, '') || '/' || COALESCE(report.organ_division, '')
    END
  ) AS organ
FROM gxstats_report AS report
LEFT JOIN (
  SELECT
    organ_name,
    organ_division,
    MAX(organ_code) AS organ_code
  FROM gxstats_report
  WHERE
    organ_code IS NOT NULL AND COALESCE(organ_name, organ_division) IS NOT NULL
  GROUP BY
    organ_name,
    organ_division
  HAVING
    COUNT(DISTINCT organ_code) = 1
) AS known
  ON COALESCE(known.organ_name, '') = COALESCE(report.organ_name, '')
  AND COALESCE(known.organ_division, '') = COALESCE(report.organ_division, '');

-- 同一机关上一年度的报告；没有或不止一份的不在其中
-- The report of the same organ for the year before; without one, or with several, there is no row
CREATE VIEW gxstats_last_year AS
SELECT
  report.report_id,
  MAX(previous.report_id) AS previous_id
FROM gxstats_organ AS report
JOIN gxstats_organ AS previous
  ON previous.organ = report.organ AND previous.year = report.year - 1
GROUP BY
  report.report_id
HAVING
  COUNT(*) = 1;

-- 与上年报告之间的勾稽关系：两边和结果，含义同上
-- The cross-checks with the report of the year before: both sides and outcomes, as above
CREATE VIEW gxstats_year_sum AS
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'requests.carried_over.natural_person' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  report.t3_carried_in_natural_person AS left_side,
  previous.t3_carried_out_natural_person AS right_side,
  COALESCE(report.t3_carried_in_natural_person, 0) - COALESCE(previous.t3_carried_out_natural_person, 0) AS known,
  (
    previous.t3_carried_out_natural_person IS NULL
  ) AS can_fall,
  (
    report.t3_carried_in_natural_person IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019', '2021', '2021-undivided')
  AND previous.form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'requests.carried_over.commercial_enterprise' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  report.t3_carried_in_commercial_enterprise AS left_side,
  previous.t3_carried_out_commercial_enterprise AS right_side,
  COALESCE(report.t3_carried_in_commercial_enterprise, 0) - COALESCE(previous.t3_carried_out_commercial_enterprise, 0) AS known,
  (
    previous.t3_carried_out_commercial_enterprise IS NULL
  ) AS can_fall,
  (
    report.t3_carried_in_commercial_enterprise IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019', '2021', '2021-undivided')
  AND previous.form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'requests.carried_over.research_institution' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  report.t3_carried_in_research_institution AS left_side,
  previous.t3_carried_out_research_institution AS right_side,
  COALESCE(report.t3_carried_in_research_institution, 0) - COALESCE(previous.t3_carried_out_research_institution, 0) AS known,
  (
    previous.t3_carried_out_research_institution IS NULL
  ) AS can_fall,
  (
    report.t3_carried_in_research_institution IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019', '2021', '2021-undivided')
  AND previous.form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'requests.carried_over.public_interest_organization' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  report.t3_carried_in_public_interest_organization AS left_side,
  previous.t3_carried_out_public_interest_organization AS right_side,
  COALESCE(report.t3_carried_in_public_interest_organization, 0) - COALESCE(previous.t3_carried_out_public_interest_organization, 0) AS known,
  (
    previous.t3_carried_out_public_interest_organization IS NULL
  ) AS can_fall,
  (
    report.t3_carried_in_public_interest_organization IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019', '2021', '2021-undivided')
  AND previous.form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'requests.carried_over.legal_service_organization' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  report.t3_carried_in_legal_service_organization AS left_side,
  previous.t3_carried_out_legal_service_organization AS right_side,
  COALESCE(report.t3_carried_in_legal_service_organization, 0) - COALESCE(previous.t3_carried_out_legal_service_organization, 0) AS known,
  (
    previous.t3_carried_out_legal_service_organization IS NULL
  ) AS can_fall,
  (
    report.t3_carried_in_legal_service_organization IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019', '2021', '2021-undivided')
  AND previous.form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'requests.carried_over.other_organization' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  report.t3_carried_in_other_organization AS left_side,
  previous.t3_carried_out_other_organization AS right_side,
  COALESCE(report.t3_carried_in_other_organization, 0) - COALESCE(previous.t3_carried_out_other_organization, 0) AS known,
  (
    previous.t3_carried_out_other_organization IS NULL
  ) AS can_fall,
  (
    report.t3_carried_in_other_organization IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019', '2021', '2021-undivided')
  AND previous.form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'requests.carried_over.total' AS relation,
  'implied' AS strength,
  'eq' AS comparison,
  report.t3_carried_in_total AS left_side,
  previous.t3_carried_out_total AS right_side,
  COALESCE(report.t3_carried_in_total, 0) - COALESCE(previous.t3_carried_out_total, 0) AS known,
  (
    previous.t3_carried_out_total IS NULL
  ) AS can_fall,
  (
    report.t3_carried_in_total IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019', '2021', '2021-undivided')
  AND previous.form IN ('2019', '2021', '2021-undivided')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'disclosure.in_force_rollforward.rules' AS relation,
  'soft' AS strength,
  'eq' AS comparison,
  report.t2_rules_in_force AS left_side,
  previous.t2_rules_in_force + report.t2_rules_issued - report.t2_rules_repealed AS right_side,
  COALESCE(report.t2_rules_in_force, 0) - COALESCE(previous.t2_rules_in_force, 0) - COALESCE(report.t2_rules_issued, 0) + COALESCE(report.t2_rules_repealed, 0) AS known,
  (
    previous.t2_rules_in_force IS NULL OR report.t2_rules_issued IS NULL
  ) AS can_fall,
  (
    report.t2_rules_in_force IS NULL OR report.t2_rules_repealed IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2021', '2021-undivided')
  AND previous.form IN ('2021', '2021-undivided')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'disclosure.in_force_rollforward.normative_documents' AS relation,
  'soft' AS strength,
  'eq' AS comparison,
  report.t2_normative_documents_in_force AS left_side,
  previous.t2_normative_documents_in_force + report.t2_normative_documents_issued - report.t2_normative_documents_repealed AS right_side,
  COALESCE(report.t2_normative_documents_in_force, 0) - COALESCE(previous.t2_normative_documents_in_force, 0) - COALESCE(report.t2_normative_documents_issued, 0) + COALESCE(report.t2_normative_documents_repealed, 0) AS known,
  (
    previous.t2_normative_documents_in_force IS NULL
    OR report.t2_normative_documents_issued IS NULL
  ) AS can_fall,
  (
    report.t2_normative_documents_in_force IS NULL
    OR report.t2_normative_documents_repealed IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2021', '2021-undivided')
  AND previous.form IN ('2021', '2021-undivided')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'disclosure.published_total_rollforward.rules' AS relation,
  'soft' AS strength,
  'eq' AS comparison,
  report.t2_rules_published_total AS left_side,
  previous.t2_rules_published_total + report.t2_rules_published AS right_side,
  COALESCE(report.t2_rules_published_total, 0) - COALESCE(previous.t2_rules_published_total, 0) - COALESCE(report.t2_rules_published, 0) AS known,
  (
    previous.t2_rules_published_total IS NULL OR report.t2_rules_published IS NULL
  ) AS can_fall,
  (
    report.t2_rules_published_total IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019') AND previous.form IN ('2019')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'disclosure.published_total_rollforward.normative_documents' AS relation,
  'soft' AS strength,
  'eq' AS comparison,
  report.t2_normative_documents_published_total AS left_side,
  previous.t2_normative_documents_published_total + report.t2_normative_documents_published AS right_side,
  COALESCE(report.t2_normative_documents_published_total, 0) - COALESCE(previous.t2_normative_documents_published_total, 0) - COALESCE(report.t2_normative_documents_published, 0) AS known,
  (
    previous.t2_normative_documents_published_total IS NULL
    OR report.t2_normative_documents_published IS NULL
  ) AS can_fall,
  (
    report.t2_normative_documents_published_total IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019') AND previous.form IN ('2019')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'disclosure.items_rollforward.administrative_licensing' AS relation,
  'soft' AS strength,
  'eq' AS comparison,
  report.t2_administrative_licensing_prior_items AS left_side,
  previous.t2_administrative_licensing_prior_items + previous.t2_administrative_licensing_change AS right_side,
  COALESCE(report.t2_administrative_licensing_prior_items, 0) - COALESCE(previous.t2_administrative_licensing_prior_items, 0) - COALESCE(previous.t2_administrative_licensing_change, 0) AS known,
  (
    previous.t2_administrative_licensing_prior_items IS NULL
    OR previous.t2_administrative_licensing_change IS NULL
  ) AS can_fall,
  (
    report.t2_administrative_licensing_prior_items IS NULL
    OR previous.t2_administrative_licensing_change IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019') AND previous.form IN ('2019')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'disclosure.items_rollforward.other_external_services' AS relation,
  'soft' AS strength,
  'eq' AS comparison,
  report.t2_other_external_services_prior_items AS left_side,
  previous.t2_other_external_services_prior_items + previous.t2_other_external_services_change AS right_side,
  COALESCE(report.t2_other_external_services_prior_items, 0) - COALESCE(previous.t2_other_external_services_prior_items, 0) - COALESCE(previous.t2_other_external_services_change, 0) AS known,
  (
    previous.t2_other_external_services_prior_items IS NULL
    OR previous.t2_other_external_services_change IS NULL
  ) AS can_fall,
  (
    report.t2_other_external_services_prior_items IS NULL
    OR previous.t2_other_external_services_change IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019') AND previous.form IN ('2019')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'disclosure.items_rollforward.administrative_penalty' AS relation,
  'soft' AS strength,
  'eq' AS comparison,
  report.t2_administrative_penalty_prior_items AS left_side,
  previous.t2_administrative_penalty_prior_items + previous.t2_administrative_penalty_change AS right_side,
  COALESCE(report.t2_administrative_penalty_prior_items, 0) - COALESCE(previous.t2_administrative_penalty_prior_items, 0) - COALESCE(previous.t2_administrative_penalty_change, 0) AS known,
  (
    previous.t2_administrative_penalty_prior_items IS NULL
    OR previous.t2_administrative_penalty_change IS NULL
  ) AS can_fall,
  (
    report.t2_administrative_penalty_prior_items IS NULL
    OR previous.t2_administrative_penalty_change IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019') AND previous.form IN ('2019')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'disclosure.items_rollforward.administrative_compulsion' AS relation,
  'soft' AS strength,
  'eq' AS comparison,
  report.t2_administrative_compulsion_prior_items AS left_side,
  previous.t2_administrative_compulsion_prior_items + previous.t2_administrative_compulsion_change AS right_side,
  COALESCE(report.t2_administrative_compulsion_prior_items, 0) - COALESCE(previous.t2_administrative_compulsion_prior_items, 0) - COALESCE(previous.t2_administrative_compulsion_change, 0) AS known,
  (
    previous.t2_administrative_compulsion_prior_items IS NULL
    OR previous.t2_administrative_compulsion_change IS NULL
  ) AS can_fall,
  (
    report.t2_administrative_compulsion_prior_items IS NULL
    OR previous.t2_administrative_compulsion_change IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019') AND previous.form IN ('2019')
UNION ALL
SELECT
  tie.report_id,
  tie.previous_id,
  report.form,
  'disclosure.items_rollforward.administrative_fees' AS relation,
  'soft' AS strength,
  'eq' AS comparison,
  report.t2_administrative_fees_prior_items AS left_side,
  previous.t2_administrative_fees_prior_items + previous.t2_administrative_fees_change AS right_side,
  COALESCE(report.t2_administrative_fees_prior_items, 0) - COALESCE(previous.t2_administrative_fees_prior_items, 0) - COALESCE(previous.t2_administrative_fees_change, 0) AS known,
  (
    previous.t2_administrative_fees_prior_items IS NULL
    OR previous.t2_administrative_fees_change IS NULL
  ) AS can_fall,
  (
    report.t2_administrative_fees_prior_items IS NULL
    OR previous.t2_administrative_fees_change IS NULL
  ) AS can_rise
FROM gxstats_last_year AS tie
JOIN gxstats_report AS report
  ON report.report_id = tie.report_id
JOIN gxstats_report AS previous
  ON previous.report_id = tie.previous_id
WHERE
  report.form IN ('2019') AND previous.form IN ('2019');
CREATE VIEW gxstats_year_result AS
SELECT
  report_id,
  previous_id,
  form,
  relation,
  strength,
  CASE
    WHEN known > 0 AND NOT can_fall
    THEN 'violated'
    WHEN known < 0 AND NOT can_rise AND comparison = 'eq'
    THEN 'violated'
    WHEN can_fall OR can_rise
    THEN 'undecided'
    ELSE 'held'
  END AS outcome,
  left_side,
  right_side,
  left_side - right_side AS residual
FROM gxstats_year_sum;
CREATE VIEW gxstats_year_violated AS
SELECT
  result.report_id,
  result.previous_id,
  report.organ_name,
  report.year,
  result.form,
  result.relation,
  result.strength,
  result.left_side,
  result.right_side,
  result.residual,
  described.text_zh,
  described.text_en
FROM gxstats_year_result AS result
JOIN gxstats_report AS report
  ON report.report_id = result.report_id
JOIN gxstats_relation AS described
  ON described.form = result.form AND described.relation = result.relation
WHERE
  result.outcome = 'violated';
