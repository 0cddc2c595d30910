/**
 * Which rooms a room may enter by the front door. The lint rules are made from this; there are no circles.
 * @type {Record<string, string[]>}
 */
export const floorPlan = {
  agreement: [],
  people: ['agreement'],
  money: ['agreement'],
  commitments: ['agreement'],
  followup: ['people', 'commitments'],
  governance: ['agreement', 'commitments', 'people'],
  signing: ['agreement', 'people'],
  walks: ['agreement', 'commitments', 'people'],
};
