import { useTranslation } from 'react-i18next';

export default function Home() {
  const { t } = useTranslation('home');
  return <p>{t('lead')}</p>;
}
