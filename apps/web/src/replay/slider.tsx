import { useId } from 'react';
import { useLanguage } from '../language/use-language';

/** Something that happened at a place of a slider. */
export interface Tick {
  readonly at: number;
  /** How much of it. */
  readonly weight: number;
}

interface SliderProps {
  readonly label: string;
  /** The place in words, as in "15 October 2007". */
  readonly text: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly ticks: readonly Tick[];
  readonly onMove: (value: number) => void;
}

const [WIDTH, HEIGHT] = [1000, 34];

/** A slider with a mark wherever something changed, taller the more did. */
export function Slider({ label, text, least, most, value, ticks, onMove }: SliderProps) {
  const { dir } = useLanguage();
  const id = useId();
  const heaviest = Math.max(1, ...ticks.map(({ weight }) => weight));
  const xOf = (at: number) => {
    const x = most === least ? 0 : ((at - least) / (most - least)) * WIDTH;
    return dir === 'rtl' ? WIDTH - x : x;
  };
  return (
    <div className="slider">
      <div className="slider-head">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>{text}</output>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" className="slider-ticks">
        {ticks.map(({ at, weight }) => {
          const height = 6 + (HEIGHT - 6) * Math.sqrt(weight / heaviest);
          return (
            <rect key={at} x={xOf(at) - 1} y={HEIGHT - height} width={2} height={height} data-past={at <= value} />
          );
        })}
      </svg>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={1}
        value={value}
        aria-valuetext={text}
        onChange={({ target }) => onMove(Number(target.value))}
      />
    </div>
  );
}
