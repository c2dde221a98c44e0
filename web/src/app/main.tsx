import './without-eval.ts';
import { createClient } from '@supabase/supabase-js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadConfig } from '../lib/config.ts';
import { watchParts } from '../lib/parts.ts';
import { messageOf } from '../lib/words.ts';
import '../ui/base.css';
import { applyTheme } from '../ui/theme.ts';
import { loadAhead } from './ahead.ts';
import { App } from './app.tsx';
import { landingOf } from './landing.ts';
import './app.css';

applyTheme();
watchParts();
loadAhead();
const root = createRoot(document.getElementById('root')!);
try {
  const config = await loadConfig(document.baseURI, fetch);
  const landing = landingOf(location.hash);
  if (landing?.type === 'refused') location.hash = '';
  const supabase = createClient(config.supabaseUrl, config.publishableKey);
  root.render(
    <StrictMode>
      <App config={config} supabase={supabase} landing={landing} />
    </StrictMode>,
  );
} catch (error) {
  root.render(
    <main className='blank'>
      <p role='alert' className='error'>{messageOf(error)}</p>
    </main>,
  );
}
