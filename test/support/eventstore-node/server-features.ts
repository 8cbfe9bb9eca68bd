import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import { type ServiceDefinition } from '@grpc/grpc-js';
import { unary } from './rpc.js';

/** The version whose sources the node follows. */
const VERSION = '25.0.0';

/** `GetSupportedMethods`: every method of the services that are served, in lower case, with the features clients ask for. */
export const supportedMethods = (services: readonly ServiceDefinition[]) =>
  unary<shared.Empty, features.SupportedMethods>(() => {
    const methods = services.flatMap((service) => Object.values(service).map(({ path }) => methodAt(path)));
    return new features.SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(VERSION);
  });

function methodAt(path: string): features.SupportedMethod {
  const [, service, method] = path.toLowerCase().split('/') as [string, string, string];
  const named = new features.SupportedMethod().setServiceName(service).setMethodName(method);
  return named.setFeaturesList(featuresOf(service, method));
}

function featuresOf(service: string, method: string): string[] {
  if (service.includes('persistentsubscriptions')) return ['stream', 'all'];
  if (service.endsWith('.streams') && method === 'read') return ['position', 'events'];
  if (service.endsWith('.streams') && method === 'batchappend') return ['deadline_duration'];
  return [];
}
