import { availableParallelism } from 'node:os'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const include = ['schema', 'gateway', 'dev', 'bench', 'subgraphs', 'web'].map((folder) => `${folder}/**/*`)
// Federation and Pothos must meet one copy of graphql, not one by `import` and one by `require`.
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }]
// What comes soon, but a busy machine must not fail a test: `patient.ts` says the same of `vi.waitFor`.
const patient = {
  setupFiles: ['./dev/src/test/patient.ts'],
  expect: { poll: { timeout: 15_000 } },
  hookTimeout: 120_000,
}
const exclude = ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**']

export default defineConfig({
  test: {
    // One for each processor: by itself it leaves one idle, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    projects: [
      {
        resolve: { alias },
        // Of the web: what has runes is compiled.
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'unit',
          include: include.map((glob) => `${glob}.test.ts`),
          exclude: [...exclude, '**/*.int.test.ts'],
          testTimeout: 30_000,
          ...patient,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'int',
          include: include.map((glob) => `${glob}.int.test.ts`),
          exclude,
          globalSetup: './subgraphs/shared/database/src/testing.ts',
          testTimeout: 60_000,
          ...patient,
        },
      },
    ],
  },
})
