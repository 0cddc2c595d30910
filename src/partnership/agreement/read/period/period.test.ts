import { expect, test } from 'vitest';
import { structure } from '../structure/index.ts';
import { readPeriod } from './index.ts';

const period = (text: string): string => {
  const found = readPeriod(structure(text));
  if (!found) return 'none';
  const of = (dated: typeof found.start) => (dated ? `${dated.date}${dated.precision === 'day' ? '' : ` ${dated.precision}`}${dated.derived ? ' derived' : ''}` : '–');
  return `${of(found.start)} ${of(found.end)}${found.openEnded ? ' open' : ''}`;
};

test.each([
  ['Avtalstid\n\n2025-02-01 – 2025-12-31', '2025-02-01 2025-12-31'],
  ['Löptid\n\nÖverenskommelsen gäller från och med den 1 september 2021 till och med den 31 augusti 2023.', '2021-09-01 2023-08-31'],
  ['Partnerskapet pågår under perioden 1 mars till 30 november 2024.', '2024-03-01 2024-11-30'],
  ['Avtalsperiod: 230901-250228', '2023-09-01 2025-02-28'],
  ['Partnerskapet sträcker sig över 24 månader med start i januari 2019.', '2019-01-01 month 2020-12-31 month derived'],
  ['Avtalet gäller i tre år från årsskiftet 2023/2024.', '2024-01-01 2026-12-31 derived'],
  ['Avtalet gäller tre år från den 1 oktober 2022. Det förlängs automatiskt med ett år om det inte sägs upp.', '2022-10-01 2025-09-30 derived'],
  ['Överenskommelsen gäller från den 1 april 2024 och tills vidare.', '2024-04-01 – open'],
  ['Avtalet gäller tills vidare.', '– – open'],
  ['Avtalet träder i kraft när det har undertecknats av båda parter och gäller till och med den 31 december 2025.', '– 2025-12-31'],
  ['Överenskommelsen gäller för kalenderåret 2025.', '2025-01-01 year 2025-12-31 year'],
  ['Avtalet gäller 2024–2026.', '2024-01-01 year 2026-12-31 year'],
  ['Avtalet löper från och med januari 2024 till och med juni 2025.', '2024-01-01 month 2025-06-30 month'],
  ['Startdatum: 2024-01-01\nSlutdatum: 2024-12-31\n\nAvtalet gäller mellan dessa datum.', '2024-01-01 2024-12-31'],
  ['| Avtalstid | 2024-01-01 | 2024-12-31 |\n|---|---|---|\n| Budget | 1 | 2 |', '2024-01-01 2024-12-31'],
  ['IOP-avtalet gäller fr.o.m. 2024-01-01 t.o.m. 2026-12-31 med en ömsesidig uppsägningstid om sex månader.', '2024-01-01 2026-12-31'],
  ['Samverkan inleds den 1 mars 2024 och avslutas den 28 februari 2025.', '2024-03-01 2025-02-28'],
  ['Avtalet gäller under åren 2024, 2025 och 2026.', '2024-01-01 year 2026-12-31 year'],
  ['Vi är överens i två år, räknat från den 15 augusti 2025.\n\nHur länge?\n\nI två år, från den 15 augusti 2025.', '2025-08-15 2027-08-14 derived'],
  ['Avtalet börjar gälla vid årsskiftet 2024/2025 och upphör efter tre år.', '2025-01-01 2027-12-31 derived'],
  ['Avtalstid\n\nFörsta dag: 2025-01-15. Sista dag: 2027-01-14.', '2025-01-15 2027-01-14'],
  ['Från den 1 juni 2024 till den 31 maj 2026 håller ni samtal minst tolv gånger om året.', '2024-06-01 2026-05-31'],
  ['När börjar och slutar det?\n\nDet börjar den 1 februari 2025. Det slutar den 31 januari 2027.', '2025-02-01 2027-01-31'],
  ['Upplåtelsen sker för en tid av tre år, räknat från och med den 1 maj 2023.', '2023-05-01 2026-04-30 derived'],
  ['Kontraktet är tecknat på trettio månader och räknas från den första januari tjugohundratjugofyra (2024-01-01).', '2024-01-01 2026-06-30 derived'],
  ['Överenskommelsen omfattar två kalenderår, 2025 och 2026.', '2025-01-01 year 2026-12-31 year'],
  ['Vi börjar den 18 september 2023 och partnerskapet pågår till och med den 14 juni året därpå.', '2023-09-18 2024-06-14'],
  ['Överenskommelsen gäller från undertecknandet och tre år framåt.\n\nEkmora den 12 januari 2024    Ekmora den 15 januari 2024', '2024-01-15 derived 2027-01-14 derived'],
  ['Avtalstiden är fyra år, med tillträde den 1 maj 2025.', '2025-05-01 2029-04-30 derived'],
  ['Kontraktet är tvåårigt och börjar den 1 mars 2025.', '2025-03-01 2027-02-28 derived'],
  ['Avtalstid\n\nParterna har enats om en avtalstid om sex månader. Den räknas från och med den 1 juni 2025.', '2025-06-01 2025-11-30 derived'],
  ['Åtagandena gäller från den 1 juni 2025 och så länge ingen av parterna har sagt annat.', '2025-06-01 – open'],
  ['**Startdatum:** 2025-09-01\n**Slutdatum:** 2027-08-31', '2025-09-01 2027-08-31'],
  ['**Från:** den 2 maj 2025\n**Till:** den 1 maj 2026', '2025-05-02 2026-05-01'],
  ['Avtalstid\n\nAvtalet börjar löpa den 1 mars 2025. Det upphör att gälla den 28 februari 2027 utan föregående uppsägning.', '2025-03-01 2027-02-28'],
  ['Avtalet gäller från det att båda parter undertecknat det och under två år.\n\nEkmora den 3 mars 2025', '2025-03-03 derived 2027-03-02 derived'],
  ['Avtalsperiod\n\nFr.o.m.: 2025-01-01            T.o.m.: 2025-12-31', '2025-01-01 2025-12-31'],
  ['Överenskommelsen gäller från och med höstterminen 2025, dvs. den 18 augusti 2025, till och med vårterminens slut den 11 juni 2027.', '2025-08-18 2027-06-11'],
  ['Hur länge?\n\nDetta gäller 2025-2026.', '2025-01-01 year 2026-12-31 year'],
])('%s', (text, expected) => expect(period(`Överenskommelse om läxhjälp\n\n${text}`)).toBe(expected));

test('an earlier agreement, a budget year and a reporting period are no term', () => {
  expect(period('Bakgrund\n\nUnder perioden 2021-01-01 – 2023-12-31 drev parterna ett tidigare partnerskap.\n\nAvtalstid\n\nAvtalet gäller 2024-01-01–2025-12-31. Uppsägningstiden är tre månader.')).toBe('2024-01-01 2025-12-31');
  expect(period('Föreningen lämnar rapport den 15 mars 2025.')).toBe('none');
});
