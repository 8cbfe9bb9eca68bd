// Jest with native ES modules; "npm test" passes the Node flag it needs.
import { existsSync } from 'node:fs';

/** Same decorators and metadata as tsconfig.json, without type checking. */
const swc = {
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
  },
};

export default {
  testEnvironment: 'node',
  roots: ['apps', 'libs', 'data', 'test'].filter(existsSync).map((it) => `<rootDir>/${it}`),
  testRegex: '\\.spec\\.ts$',
  moduleFileExtensions: ['js', 'json', 'ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@cadre/kernel/testing$': '<rootDir>/libs/kernel/src/testing/index.ts',
    '^@cadre/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1', // sources name the file as it will be built
  },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  setupFiles: ['<rootDir>/test/jest.setup.mjs'],
  testTimeout: 90_000, // a real browser on a busy machine
  maxWorkers: 2,
  collectCoverageFrom: ['libs/**/*.ts', 'apps/{api,cli}/**/*.ts', '!**/*.spec.ts'],
  coverageProvider: 'v8',
};
