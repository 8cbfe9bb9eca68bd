/** What is told of a vacant post that stands by itself. */
export const planner = {
  blockId: null,
  number: null,
  title: 'Planner',
  grade: 'P-4',
  unitId: null,
  seniority: null,
  occupancy: 'vacant' as const,
};
