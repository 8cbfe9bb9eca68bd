import { CopyButton } from './copy-button';

/** A value as it is stored. */
export function RawJson({ title, value }: { title: string; value: object }) {
  const text = JSON.stringify(value, null, 2);
  return (
    <details className="raw">
      <summary>{title}</summary>
      <CopyButton what={title} text={text} />
      <pre dir="ltr" tabIndex={0} role="group" aria-label={title}>
        {text}
      </pre>
    </details>
  );
}
