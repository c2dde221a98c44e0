import { createClient } from '@supabase/supabase-js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles.css';

/** Where the page finds its project. `npm start` serves it; hosted, it is a file beside the page. */
export interface PageConfig {
  readonly supabaseUrl: string;
  readonly publishableKey: string;
  readonly demo?: { readonly email: string; readonly password: string };
}

const config: PageConfig = await (await fetch('/config.json')).json();
const supabase = createClient(config.supabaseUrl, config.publishableKey);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App config={config} supabase={supabase} />
  </StrictMode>,
);
