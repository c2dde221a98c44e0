import { createClient } from '@supabase/supabase-js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadConfig } from './config.ts';
import { messageOf } from './words.ts';
import './styles.css';

const root = createRoot(document.getElementById('root')!);
try {
  const config = await loadConfig(document.baseURI, fetch);
  const supabase = createClient(config.supabaseUrl, config.publishableKey);
  root.render(
    <StrictMode>
      <App config={config} supabase={supabase} />
    </StrictMode>,
  );
} catch (error) {
  root.render(
    <main>
      <p role='alert' className='error'>{messageOf(error)}</p>
    </main>,
  );
}
