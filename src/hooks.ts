import type { Reroute } from '@sveltejs/kit/hooks';
import { deLocalizeUrl } from '#locale';

/** `/en/partnerships` is the English of `/partnerships`: the address says the language. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
