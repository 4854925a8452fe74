import '@fontsource-variable/inter/wght.css';
import './tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { makeQueries } from './api.ts';
import { App } from './app.tsx';
import { askAhead } from './ask-ahead.ts';

const queries = makeQueries();
askAhead(queries);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App queries={queries} />);
