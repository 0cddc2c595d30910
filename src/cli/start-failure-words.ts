import * as m from '#messages';
import type { Lack } from '#platform/settings/opening.ts';
import type { StartFailure, StartFailureCode } from '#platform/start-failure.ts';

/** Why the program cannot start, in one line, with what to do about it. */
export const startFailureWords = ({ code, facts }: StartFailure): string => (WORDS[code] as (facts: Record<string, string>) => string)(facts);

const LACKS: Record<Lack, () => string> = {
  origin: m.start_failure_lacks_origin,
  'origin-without-https': m.start_failure_lacks_origin_without_https,
  secret: m.start_failure_lacks_secret,
  'secret-too-short': m.start_failure_lacks_secret_too_short,
  database: m.start_failure_lacks_database,
  'way-in': m.start_failure_lacks_way_in,
  'accessibility-contact': m.start_failure_lacks_accessibility_contact,
  samples: m.start_failure_lacks_samples,
};

const WORDS = {
  'port-in-use': m.start_failure_port_in_use,
  'port-not-allowed': m.start_failure_port_not_allowed,
  'port-not-a-number': m.start_failure_port_not_a_number,
  'data-folder-unwritable': m.start_failure_data_folder_unwritable,
  'data-folder-in-use': m.start_failure_data_folder_in_use,
  'database-unreadable': m.start_failure_database_unreadable,
  'database-unreachable': m.start_failure_database_unreachable,
  'half-configured': ({ lacks }: Record<string, string>) => m.start_failure_half_configured({ lacks: lacks!.split(' ').map((lack) => LACKS[lack as Lack]()).join(' · ') }),
  'log-level-unknown': m.start_failure_log_level_unknown,
  'origin-unreadable': m.start_failure_origin_unreadable,
  'secret-file-unreadable': m.start_failure_secret_file_unreadable,
  'secret-given-twice': m.start_failure_secret_given_twice,
  'mail-sender-missing': m.start_failure_mail_sender_missing,
  'sms-gateway-unreadable': m.start_failure_sms_gateway_unreadable,
  'sms-sender-missing': m.start_failure_sms_sender_missing,
  'mail-server-unreadable': m.start_failure_mail_server_unreadable,
  'map-tiles-unreadable': m.start_failure_map_tiles_unreadable,
  'oidc-half-set-up': m.start_failure_oidc_half_set_up,
  'oidc-levels-unreadable': m.start_failure_oidc_levels_unreadable,
  'authority-unreadable': m.start_failure_authority_unreadable,
  'authority-open-to-others': m.start_failure_authority_open_to_others,
  'timestamps-half-set-up': m.start_failure_timestamps_half_set_up,
  'signing-assurance-unknown': m.start_failure_signing_assurance_unknown,
  'signing-service-half-set-up': m.start_failure_signing_service_half_set_up,
  'trusted-roots-unreadable': m.start_failure_trusted_roots_unreadable,
  'not-built': m.start_failure_not_built,
} satisfies Record<StartFailureCode, unknown>;
