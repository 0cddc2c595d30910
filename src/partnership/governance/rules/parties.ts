interface Named {
  id: string;
  name: string;
}

const known = ({ name }: Named): string => name.trim().toLowerCase();

/** The parties among the organisations that take part: those of one name are one, known with its number and without. One's own stands for its own. */
export const partiesAmong = <One extends Named>(organisations: readonly One[], own: string | null): One[] =>
  [...Map.groupBy(organisations, known).values()].map((same) => same.find(({ id }) => id === own) ?? same[0]);

/** Whether every party is among those who have agreed. */
export const haveAllAgreed = (organisations: readonly Named[], agreed: readonly Named[]): boolean => {
  const names = new Set(agreed.map(known));
  return organisations.every((one) => names.has(known(one)));
};
