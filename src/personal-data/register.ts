import { type Declared, holdsPersonalData, type PersonalData } from '#kernel/personal-data.ts';
import { personalData as access } from '#platform/access/personal-data.ts';
import { personalData as platform } from '#platform/personal-data.ts';
import { personalData as signIn } from '#platform/sign-in/personal-data.ts';
import { personalData as agreement } from '#pure/agreement';
import { personalData as commitments } from '#pure/commitments';
import { personalData as followup } from '#pure/followup';
import { personalData as governance } from '#pure/governance';
import { personalData as money } from '#pure/money';
import { personalData as people } from '#pure/people';
import { personalData as signing } from '#pure/signing';
import { personalData as walks } from '#pure/walks';

/** What every table says about people, as the rooms declare it. A test holds that no text in the database is left out. */
export const DECLARED: readonly Declared[] = [...agreement, ...commitments, ...followup, ...governance, ...money, ...people, ...signing, ...walks, ...access, ...platform, ...signIn];

/**
 * The register of processing: what is stored about people, why, on which legal basis and how long.
 * @lagrum Dataskyddsförordningen (EU) 2016/679 art. 30
 */
export const REGISTER: readonly PersonalData[] = DECLARED.filter(holdsPersonalData);
