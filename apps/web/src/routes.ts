import { index, route, type RouteConfig } from '@react-router/dev/routes';

const door = [
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/code', 'routes/sign-in-code.tsx'),
  route('confirm', 'routes/confirm.tsx'),
  route('confirm/code', 'routes/confirm-code.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
];

const demo = [route('demo-clock', 'routes/demo-clock.tsx')];

const programme = [
  route('plans', 'routes/plans.tsx'),
  route('plans/:year', 'routes/plan.tsx'),
  route('sheets/new', 'routes/sheet-new.tsx'),
  route('sheets/:sheetId', 'routes/sheet.tsx'),
  route('sheets/:sheetId/save', 'routes/sheet-save.tsx'),
];

export default [
  index('routes/home.tsx'),
  ...door,
  ...demo,
  ...programme,
  route('ui-kit', 'routes/ui-kit.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
