import * as m from '#messages';
import type { KitItem, KitKind } from './model.ts';

const NAMES: Record<KitKind, (typeof m)['kit_vest']> = { vest: m.kit_vest, 'first-aid': m.kit_first_aid, lamp: m.kit_lamp, phone: m.kit_phone };

/** What a thing is called: `Väst 12`. */
export const kitName = ({ kind, number }: Pick<KitItem, 'kind' | 'number'>, language?: { locale: 'sv' }): string => NAMES[kind]({ number }, language);
