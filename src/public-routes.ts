/** What anybody may see: words of ours, the ways in, what signatures are checked by, the address that the signing service sends people back to, calendars whose address is their secret, what walkers are let in to by a key of their own, and the letters that cannot leave, which their page shows on this machine alone. */
const PUBLIC = ['/accessibility', '/feeds', '/first-administrator', '/invitation', '/join', '/night', '/outbox', '/privacy', '/sign-in', '/sign-out', '/sign/back', '/sign/enter', '/signing-authority', '/styleguide', '/validate', '/walk'];

/** Whether a route is open to somebody who has not signed in. The start page says to them what Handslag is; a page that does not exist says so to all. */
export const isPublic = (route: string | null): boolean => route === null || route === '/' || PUBLIC.some((open) => route === open || route.startsWith(`${open}/`));
