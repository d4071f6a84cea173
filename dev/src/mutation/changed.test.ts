import { expect, test } from 'vitest'
import { changedLines, changedSince } from './changed.ts'

const DIFF = `diff --git a/one.ts b/one.ts
--- a/one.ts
+++ b/one.ts
@@ -3 +3,2 @@ export function one() {
-  return 1
+  const two = 2
+  return two
@@ -9,2 +10,0 @@
-gone
-gone
@@ -20 +19 @@
-a
+b
diff --git a/two.ts b/two.ts
--- /dev/null
+++ b/two.ts
@@ -0,0 +1,3 @@
`

test('the lines that a change touched, by file; of what it took away there are none', () => {
  expect(changedLines(DIFF)).toEqual([
    { file: 'one.ts', from: 3, to: 4 },
    { file: 'one.ts', from: 19, to: 19 },
    { file: 'two.ts', from: 1, to: 3 },
  ])
})

test('on a branch itself, there is the commit before', () => {
  const inside = (lines: ReturnType<typeof changedSince>) => lines?.every(({ file }) => file.endsWith('.ts'))
  expect(inside(changedSince('HEAD')) ?? true).toBe(true)
})

test('what is no commit has no changes, but is not known', () => {
  expect(changedSince('no-such-commit')).toBeNull()
})
