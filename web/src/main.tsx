import { createClient } from '@supabase/supabase-js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { PageConfig } from './config.ts';
import './styles.css';

const config: PageConfig = await (await fetch('/config.json')).json();
const supabase = createClient(config.supabaseUrl, config.publishableKey);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App config={config} supabase={supabase} />
  </StrictMode>,
);
