import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './page.css';
import examples from './examples.json';

const place = document.getElementById('graphiql');
if (!place) throw new Error('the page has no #graphiql');

/** Asks our own `/graphql` with the session of this browser; nothing is fetched from elsewhere. */
const fetcher: GraphiQLProps['fetcher'] = async (asked) => {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };
  const answer = await fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(asked) });
  return answer.json();
};

const tabs = examples.map(({ query, variables }) => ({ query: query.join('\n'), variables: JSON.stringify(variables, null, 2) }));

createRoot(place).render(<GraphiQL fetcher={fetcher} defaultTabs={tabs} defaultEditorToolsVisibility="variables" />);
