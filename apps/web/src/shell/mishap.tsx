import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface MishapProps {
  /** What may fail, as in "Posts". */
  readonly what: string;
  readonly children: ReactNode;
}

/**
 * Keeps a failing part from taking the page with it. The usual cause is a newer version of the page on the server:
 * parts loaded on demand are then gone under their old names, and loading the page again helps.
 */
export class Mishap extends Component<MishapProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Broken what={this.props.what} />;
  }
}

function Broken({ what }: { what: string }) {
  const { t } = useTranslation('shell');
  return (
    <Alert
      className="mishap"
      type="error"
      showIcon
      title={t('states.broken', { what })}
      description={t('states.brokenHint')}
      action={<Button onClick={() => window.location.reload()}>{t('states.reload')}</Button>}
    />
  );
}
