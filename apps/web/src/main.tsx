import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './api/queries';
import { chosenLanguage } from './language/chosen';
import { LanguageProvider } from './language/language-provider';
import { startWords } from './language/words';
import { applyColours } from './shell/colours';
import { Page } from './shell/page';
import { Theme } from './shell/theme';
import './shell/shell.css';
import './shell/print.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
applyColours();
void startWords(chosenLanguage(window.location.search));
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <Theme>
        <LanguageProvider>
          <Page />
        </LanguageProvider>
      </Theme>
    </QueryClientProvider>
  </StrictMode>,
);
