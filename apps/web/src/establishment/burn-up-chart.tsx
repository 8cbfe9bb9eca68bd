import { LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromiseAnswer } from '../api/client';
import { useWindowWords } from '../dates/window-words';
import { useLanguage } from '../language/use-language';
import { useCountWords } from '../lineage/count-words';
import { useColours } from '../shell/colours';
import { useWidth } from '../shell/use-width';
import { burnUpOption, chartColours } from './burn-up-option';
import { nearestTo, pointBy, SERIES, type Series } from './burn-up-series';
import type { BurnUpPoint } from './establishment.queries';

use([LineChart, AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const HEIGHT = 340;

interface BurnUpChartProps {
  readonly points: readonly BurnUpPoint[];
  /** What is promised about the block. */
  readonly promises: readonly Pick<PromiseAnswer, 'due' | 'measure'>[];
  /** Name of the block. */
  readonly name: string;
  readonly validOn: string;
  readonly onChoose: (day: string) => void;
}

/** The counts of a block as lines, pale bands where they are uncertain; a press on a place chooses the day nearest to it. */
export function BurnUpChart({ points, promises, name, validOn, onChoose }: BurnUpChartProps) {
  const { t } = useTranslation('establishment');
  const language = useLanguage();
  const inWords = useCountWords();
  const when = useWindowWords();
  const { dark } = useColours();
  const { ref, width } = useWidth<HTMLDivElement>();
  const chart = useRef<ECharts>(null);
  const worded = (series: Series, point: BurnUpPoint) =>
    t('burnUp.legend', { stage: t(`stages.${series}`), number: inWords(point[series]) });
  const shown = pointBy(points, validOn);
  const description = t('burnUp.description', {
    block: name,
    from: language.day(points[0]?.on ?? ''),
    to: language.day(points.at(-1)?.on ?? ''),
    day: language.day(shown.on),
    counts: language.list(SERIES.map((series) => worded(series, shown))),
  });
  const due = promises.map(({ due: window, measure }) => ({
    ...window,
    minimum: measure?.arithmeticMinimum ?? null,
    text: measure
      ? t('burnUp.promisedShare', { when: when(window), minimum: language.number(measure.arithmeticMinimum) })
      : t('burnUp.promised', { when: when(window) }),
  }));
  const promised = due.map(({ text }) => text).join();
  const choose = useEffectEvent((moment: number) => onChoose(nearestTo(points, moment).on));
  const draw = useEffectEvent(() => {
    chart.current?.resize({ width, height: HEIGHT });
    const option = { points, due, validOn, description, language, colours: chartColours(), worded };
    chart.current?.setOption(burnUpOption(option), { notMerge: true });
  });
  const isMeasured = width > 0;
  useEffect(() => {
    if (!ref.current || !isMeasured) return;
    const made = init(ref.current, null, { renderer: 'svg' });
    chart.current = made;
    made.getZr().on('click', ({ offsetX, offsetY }) => {
      const [moment] = made.convertFromPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [offsetX, offsetY]);
      if (moment !== undefined && Number.isFinite(moment)) choose(moment);
    });
    // Paper has colours of its own, whatever the screen's are.
    const paper = window.matchMedia('print');
    const print = () => draw();
    paper.addEventListener('change', print);
    return () => {
      paper.removeEventListener('change', print);
      made.dispose();
      chart.current = null;
    };
  }, [ref, isMeasured]);
  useEffect(() => draw(), [dark, points, promised, width, description, isMeasured]);
  return <div ref={ref} className="burn-up-chart" style={{ blockSize: HEIGHT }} />;
}
