import * as m from '#messages';

/** What an organisation is, in words. */
export const SECTORS = { public: m.sector_public, civil: m.sector_civil };
