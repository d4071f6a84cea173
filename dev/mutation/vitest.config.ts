import { defineConfig } from 'vitest/config'
import all from '../../vitest.config.ts'

/** The tests that should notice, set by `stryker.ts`: a project of the repository, and its files. */
const { project, include } = JSON.parse(process.env['MUTATION_TESTS'] ?? '{}')

const projects = (all.test?.projects ?? []).flatMap((each) => {
  if (typeof each !== 'object' || !('test' in each) || each.test?.name !== project) return []
  // What notices must notice each time: a property draws other cases tomorrow.
  const exclude = [...(each.test?.exclude ?? []), '**/*.property.test.ts']
  return [{ ...each, plugins: [], test: { ...each.test, include, exclude } }]
})

export default defineConfig({ test: { projects } })
