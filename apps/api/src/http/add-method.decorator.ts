import { type Type } from '@nestjs/common';

type Method = (this: never, ...given: never[]) => unknown;

/** Adds a method to a controller class with the decorators it would carry if it were written out. */
export function addMethod(
  controller: Type,
  name: string,
  method: Method,
  { method: onMethod, parameters }: { method: readonly MethodDecorator[]; parameters: readonly ParameterDecorator[] },
): void {
  const prototype = controller.prototype as object;
  Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  Reflect.defineMetadata(
    'design:paramtypes',
    parameters.map(() => Object),
    prototype,
    name,
  );
  parameters.forEach((decorator, i) => decorator(prototype, name, i));
  for (const decorator of onMethod) decorator(prototype, name, descriptor);
}
