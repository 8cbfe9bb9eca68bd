import { isKept, linesOf, sectionsOf } from '../../scripts/conformance-table.mjs';

const ran = (on: string, title: string, status = 'passed', ...groups: string[]) => ({
  ancestorTitles: [on, ...groups],
  title,
  status,
});
const report = (...assertionResults: ReturnType<typeof ran>[]) => ({ testResults: [{ assertionResults }] });

describe('the conformance table', () => {
  const whole = report(
    ran('the contract, kept by one engine', 'adds', 'passed', 'appending'),
    ran('the contract, kept by one engine', 'reopens'),
    ran('the contract, kept by other', 'adds', 'passed', 'appending'),
    ran('What is answered, kept in sqlite+sqlite,', '1. How many?'),
    ran('something else', 'is no case'),
    ran('one engine, besides', 'is no case either', 'failed'),
  );

  it('has a section for each kind of case, a column for each that keeps it, and a row for each case', () => {
    const lines = linesOf(sectionsOf(whole, { 'the contract': ['a real server'] })).map((it) =>
      it.replace(/\s{2,}/g, '|'),
    );
    expect(lines).toEqual([
      'the contract|one engine|other|a real server',
      '|appending › adds|✓|✓|–|',
      '|reopens|✓|–|–|',
      '|2 cases|2/2|1/1|–|',
      '',
      'What is answered|sqlite+sqlite',
      '|1. How many?|✓|',
      '|1 cases|1/1|',
      '',
    ]);
    expect(isKept(sectionsOf(whole))).toBe(true);
  });

  it('shows a case that failed, and is not kept then', () => {
    const sections = sectionsOf(
      report(ran('the contract, kept by one', 'adds'), ran('the contract, kept by two', 'adds', 'failed')),
    );
    expect(linesOf(sections).join('\n')).toMatch(/adds +✓ +✗[^]*1 cases +1\/1 +0\/1/);
    expect(isKept(sections)).toBe(false);
  });

  it('is not kept when there is no case at all', () => {
    expect(isKept(sectionsOf(report(ran('something else', 'passes'))))).toBe(false);
  });
});
