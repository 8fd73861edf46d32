import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { devicesDeeds, devicesDocument, type Devices } from '../features/identity/devices.graphql.ts';
import { DevicesPage } from '../features/identity/devices.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({
  devices: (await ask<{ myDevices: Devices }>(args, devicesDocument)).myDevices,
  pageKey: args.context.newKey(),
  done: new URL(args.request.url).searchParams.get('done'),
});

export const action = (args: ActionFunctionArgs) => actAmong(args, devicesDeeds);

/** Where I am signed in, and my keys. */
export default function DevicesRoute() {
  return <DevicesPage {...useLoaderData<typeof loader>()} />;
}
