import { expect, test } from 'vitest'
import { isForTests } from './for-tests.ts'

test.each([
  ['web/src/lib/graph/client.ts', false],
  ['web/src/lib/graph/client.test.ts', true],
  ['subgraphs/identity/src/live.int.test.ts', true],
  ['dev/e2e/queue.spec.ts', true],
  ['dev/e2e/queue.ts', true],
  ['testing/graph.ts', true],
  ['schema/src/registry/changes/oracle/judge.ts', true],
  ['web/src/lib/queue/testing.ts', true],
  ['subgraphs/shared/directory/src/testing-rows.ts', true],
  ['web/src/lib/queue/testing.svelte', false],
  ['web/src/lib/contesting.ts', false],
  ['web/src/lib/contesting/page.ts', false],
  ['web/src/lib/test.ts', false],
])('%s: %s', (path, expected) => expect(isForTests(path)).toBe(expected))
