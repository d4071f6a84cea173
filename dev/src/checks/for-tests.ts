import { dirname, join } from 'node:path'
import { isForTests } from '@kompetanse/schema/for-tests'
import { importsOfText, textsIn } from './imports.ts'
import { packagesIn } from './packages.ts'

const NOT_OURS = ['**/{node_modules,generated,paraglide,build,.svelte-kit,test-results}/**']
/** Tools of development, of which some are tests. */
const TOOLS = /^(dev|bench)\//

/** Sources of the repository at `root` that tests import and nothing else does, outside of what is named as theirs. */
export function forTestsAlone(root: string): string[] {
  const texts = textsIn(root, '**/*.{ts,svelte}', NOT_OURS)
  const named = packagesIn(root)
  const [byTests, byOthers] = [new Set<string>(), new Set<string>()]
  for (const [file, text] of texts)
    for (const { path } of importsOfText(text)) {
      const imported = fileOf(file, path, named)
      if (imported !== undefined) (isForTests(file) ? byTests : byOthers).add(imported)
    }
  const isAlone = (file: string) => !byOthers.has(file) && !isForTests(file) && !TOOLS.test(file)
  return [...byTests].filter((file) => texts.has(file) && isAlone(file)).toSorted()
}

function fileOf(file: string, path: string, named: ReturnType<typeof packagesIn>): string | undefined {
  if (path.startsWith('#lib/')) return join('web/src', path.slice(1))
  return path.startsWith('.') ? join(dirname(file), path) : named(path)
}
