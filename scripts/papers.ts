// `npm run papers`: writes the papers that are made from code. A house test holds that none is stale.
import { writeFileSync } from 'node:fs';
import { papers } from '../tests/support/papers.ts';

for (const [file, text] of papers()) writeFileSync(file, text);
