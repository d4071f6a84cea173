import { describe, expect, it } from 'vitest'
import { digest, right, titleOf, type Body } from '../../testing/cases/digest.ts'
import { executorAlone } from '../../testing/cases/executor-alone.ts'
import { kinds } from '../../testing/cases/kinds.ts'

describe.each(kinds)('$title', ({ subgraphs, cases }) => {
  const { answerTo } = executorAlone(subgraphs)

  it.each(cases.map((each) => [titleOf(each), each] as const))('%s', async (_title, each) => {
    const text = await answerTo(each)
    expect(digest(JSON.parse(text) as Body)).toEqual(right(each))
    if (each.text) expect(text).toContain(each.text)
  })
})
