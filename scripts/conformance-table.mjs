// The cases that several engines or deployments are held to, as one table. Reads what "jest --json" writes; which cases
// these are, and on what, their descriptions say: "<what>, kept by <engine>" or "<what>, kept in <deployment>,".
const KEPT = /^(?<what>.+?),? kept (?:by|in) (?<on>.+?),?$/;
const MARKS = { passed: '✓', failed: '✗' };
const NOT_RUN = '–';
/** Widest a case is shown. */
const WIDEST = 100;

/**
 * Sections in the order they were met, each with its columns and its cases.
 * `expected` names columns a section has even when nothing ran in them.
 */
export function sectionsOf({ testResults }, expected = {}) {
  const sections = new Map();
  for (const { assertionResults } of testResults) {
    for (const { ancestorTitles, title, status } of assertionResults) {
      const kept = KEPT.exec(ancestorTitles[0] ?? '')?.groups;
      if (!kept) continue;
      const section = sections.get(kept.what) ?? { columns: new Set(), cases: new Map() };
      sections.set(kept.what, section);
      section.columns.add(kept.on);
      const name = [...ancestorTitles.slice(1), title].join(' › ');
      const marks = section.cases.get(name) ?? new Map();
      section.cases.set(name, marks.set(kept.on, MARKS[status] ?? NOT_RUN));
    }
  }
  for (const [what, columns] of Object.entries(expected)) {
    for (const column of columns) sections.get(what)?.columns.add(column);
  }
  return sections;
}

/** True when there is something to show, all of it ran somewhere, and nothing failed. */
export function isKept(sections) {
  const cases = [...sections.values()].flatMap((it) => [...it.cases.values()]);
  return cases.length > 0 && cases.every((marks) => [...marks.values()].every((mark) => mark !== MARKS.failed));
}

/** The lines of the table. */
export function linesOf(sections) {
  const cases = [...sections.values()].flatMap((it) => [...it.cases.keys()]);
  const width = Math.min(WIDEST, Math.max(...cases.map((it) => it.length), 20)) + 2;
  return [...sections].flatMap(([what, { columns, cases: ofSection }]) => {
    const row = (name, cells) =>
      `${cut(name, width).padEnd(width)}  ${cells.map((cell, i) => middle(cell, [...columns][i].length)).join('  ')}`;
    const counts = [...columns].map((column) => countOf(ofSection, column));
    return [
      row(what, [...columns]),
      ...[...ofSection].map(([name, marks]) => row(`  ${name}`, [...columns].map((it) => marks.get(it) ?? NOT_RUN))), // prettier-ignore
      row(`  ${ofSection.size} cases`, counts),
      '',
    ];
  });
}

function countOf(cases, column) {
  const marks = [...cases.values()].map((it) => it.get(column)).filter((it) => it !== undefined && it !== NOT_RUN);
  const passed = marks.filter((it) => it === MARKS.passed).length;
  return marks.length === 0 ? NOT_RUN : `${passed}/${marks.length}`;
}

const cut = (text, width) => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);

const middle = (text, width) => text.padStart(Math.ceil((width + text.length) / 2)).padEnd(width);
