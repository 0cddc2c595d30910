import * as m from '#messages';
import { getLocale, localizeHref } from '#locale';

/** What a telephone needs to know to put the night on its home screen. */
export const GET = (): Response =>
  new Response(
    JSON.stringify({
      name: m.night_app_name(),
      short_name: m.night_app_short(),
      lang: getLocale(),
      id: localizeHref('/night'),
      start_url: localizeHref('/night'),
      scope: localizeHref('/night'),
      display: 'standalone',
      background_color: '#161815',
      theme_color: '#161815',
      icons: [192, 512].map((size) => ({ src: `/night-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' })),
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
