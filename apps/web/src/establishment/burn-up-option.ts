import type { EChartsCoreOption } from 'echarts/core';
import type { Formats } from '../language/formats';
import { type Band, bandOf, type Line, LINES, SERIES, type Series, silenceOf } from './burn-up-series';
import type { BurnUpPoint } from './establishment.queries';

const NAMES = [
  ...(['ink', 'muted', 'line', 'paper', 'edge', 'overdue', 'promise'] as const),
  ...(['stage-approved', 'stage-identified', 'stage-advertised', 'stage-selected', 'stage-onDuty'] as const),
];
type ChartColours = Readonly<Record<(typeof NAMES)[number], string>>;

/** The colours of the style sheet as they are now: the library cannot read them from there itself. */
export function chartColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as ChartColours;
}

/** A window something is promised for, with a caption; `minimum` where a share of the posts is promised: at least so many. */
export interface PromisedWindow {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly minimum: number | null;
  readonly text: string;
}

interface BurnUpPicture {
  readonly points: readonly BurnUpPoint[];
  /** Windows something about the block is promised for. */
  readonly due: readonly PromisedWindow[];
  readonly validOn: string;
  /** What a screen reader says of the picture. */
  readonly description: string;
  readonly language: Formats;
  readonly colours: ChartColours;
  readonly worded: (series: Series, point: BurnUpPoint) => string;
}

/** The picture as the library takes it. In languages written from the right time runs from the right, too. */
export function burnUpOption(picture: BurnUpPicture): EChartsCoreOption {
  const { points, description, language, colours, worded } = picture;
  const isMirrored = language.dir === 'rtl';
  const text = { color: colours.muted, fontSize: 12, fontFamily: 'inherit' };
  return {
    animation: false,
    useUTC: true,
    aria: { enabled: true, label: { description } },
    grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
    xAxis: {
      type: 'time',
      inverse: isMirrored,
      min: Date.parse(points[0]?.on ?? ''),
      max: Date.parse(points.at(-1)?.on ?? ''),
      axisLine: { lineStyle: { color: colours.edge } },
      axisLabel: { ...text, hideOverlap: true, formatter: (moment: number) => monthOrYear(moment, language) },
    },
    yAxis: {
      type: 'value',
      position: isMirrored ? 'right' : 'left',
      minInterval: 1,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { ...text, formatter: (count: number) => language.number(count) },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colours.paper,
      borderColor: colours.edge,
      textStyle: { ...text, color: colours.ink },
      axisPointer: { lineStyle: { color: colours.edge, type: 'dashed' } },
      formatter: (at: readonly { readonly dataIndex: number }[]) => {
        const point = points[at[0]?.dataIndex ?? -1];
        return point ? [language.day(point.on), ...SERIES.map((it) => worded(it, point))].join('\n') : '';
      },
    },
    series: [...silence(picture), ...LINES.flatMap((line) => bandSeries(picture, line))],
  };
}

/** The year where one begins, else the month. */
function monthOrYear(moment: number, { year, monthName }: Formats): string {
  const date = new Date(moment).toISOString().slice(0, 10);
  return date.slice(5, 7) === '01' ? year(date) : monthName(date);
}

type Data = readonly (readonly [string, number | null])[];

const lows = (points: readonly BurnUpPoint[], band: (point: BurnUpPoint) => Band): Data =>
  points.map((point) => [point.on, band(point).low]);
const heights = (points: readonly BurnUpPoint[], band: (point: BurnUpPoint) => Band): Data =>
  points.map((point) => [point.on, band(point).height]);

/** What holds at a point holds until the next. */
const STEPS = { type: 'line', step: 'end', symbol: 'none', silent: true } as const;

/** What nobody reports on, hatched; with it the day of the page and what is promised, behind all lines. */
function silence({ points, due, validOn, language, colours }: BurnUpPicture): readonly object[] {
  const text = { color: colours.overdue, fontSize: 12, fontWeight: 600, fontFamily: 'inherit' };
  return [
    {
      ...STEPS,
      data: lows(points, silenceOf),
      stack: 'silence',
      lineStyle: { opacity: 0 },
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: colours.overdue, type: 'solid', width: 1.5 },
        label: { ...text, formatter: language.dayShort(validOn) },
        data: [{ xAxis: validOn }],
      },
    },
    {
      ...STEPS,
      data: heights(points, silenceOf),
      stack: 'silence',
      lineStyle: { opacity: 0 },
      areaStyle: { color: hatch(colours.edge), opacity: 0.55 },
      markArea: {
        silent: true,
        itemStyle: { color: colours.promise, opacity: 0.22 },
        label: { ...text, color: colours.promise, position: 'insideTop', ...halo(colours) },
        data: due.filter(isDated).map(({ earliest, latest, minimum, text: name }) => [
          { name, xAxis: earliest ?? points[0]?.on, ...(minimum === null ? {} : { yAxis: minimum }) },
          { xAxis: latest ?? points.at(-1)?.on, ...(minimum === null ? {} : { yAxis: 0 }) },
        ]),
      },
    },
  ];
}

const WIDTHS: Readonly<Record<Line, number>> = { approved: 2, identified: 2, advertised: 2, selected: 2, onDuty: 3.5 };
/** Lines are told apart without colour, too. */
const DASHES: Readonly<Record<Line, string | readonly number[]>> = {
  approved: 'solid',
  identified: [2, 3],
  advertised: [8, 4],
  selected: [8, 3, 2, 3],
  onDuty: 'solid',
};

function bandSeries({ points, colours }: BurnUpPicture, line: Line): readonly object[] {
  const color = colours[`stage-${line}`];
  const band = (point: BurnUpPoint) => bandOf(point, line);
  const lineStyle = { color, width: WIDTHS[line], type: DASHES[line] };
  return [
    {
      ...STEPS,
      data: lows(points, band),
      stack: line,
      lineStyle,
      ...(line === 'onDuty' ? { areaStyle: { color, opacity: 0.85 } } : {}),
    },
    {
      ...STEPS,
      data: heights(points, band),
      stack: line,
      lineStyle: { ...lineStyle, opacity: 0.6 },
      areaStyle: { color, opacity: 0.16 },
    },
  ];
}

const isDated = ({ earliest, latest }: PromisedWindow): boolean => earliest !== null || latest !== null;

/** Keeps a caption legible on whatever is beneath it. */
const halo = ({ paper }: ChartColours): object => ({ textBorderColor: paper, textBorderWidth: 3 });

/** Slanted lines, as a pattern of the picture itself. */
function hatch(color: string): object {
  const attrs = { d: 'M0 8L8 0M-2 2L2 -2M6 10L10 6', stroke: color, 'stroke-width': 1, fill: 'none' };
  return { svgElement: { tag: 'path', attrs, key: 'hatch' }, svgWidth: 8, svgHeight: 8, repeat: 'repeat' };
}
