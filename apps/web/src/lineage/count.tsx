import { useTranslation } from 'react-i18next';
import type { CountAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';
import { countInWords, isUncertain, partInWords } from './count-words';
import { WhyButton } from './why';
import './lineage.css';

interface CountProps {
  readonly of: CountAnswer;
  /** What is counted, as in "teams standing": said by screen readers and atop the explanation. */
  readonly label: string;
  /** How many there are to count, as in "1 of 6". */
  readonly outOf?: CountAnswer;
  readonly big?: boolean;
}

/** Every number of the page: worded as uncertain where it is, never 0 for want of a report, and always with its why. */
export function Count({ of, label, outOf, big = false }: CountProps) {
  const { t } = useTranslation('lineage');
  const { number } = useLanguage();
  const text = outOf === undefined ? countInWords(of, t, number) : partInWords(of, outOf, t, number);
  return (
    <span className={big ? 'count count-big' : 'count'}>
      <span className="count-value" data-uncertain={isUncertain(of)} data-silent={of.notReported}>
        {text}
      </span>
      <WhyButton question={{ label, text, wording: of.wording, silent: of.notReported, because: of.because }} />
    </span>
  );
}
