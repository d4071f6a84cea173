import { print, validate, parse } from 'graphql'
import { Random } from './random.ts'
import { makeWorld } from './world/make-world.ts'
import { makeOperation } from './operation/make-operation.ts'
import { openApolloExecutor } from '../testing/apollo-executor.ts'
const t = performance.now()
let same = 0, all = 0, nulls = 0, errs = 0
for (let i = 0; i < 15; i++) {
  const world = makeWorld(`s${i}`)
  if (i === 1) console.log([...world.sdl.values()].join('\n---\n'))
  const apollo = await openApolloExecutor(world.supergraph, world.answer)
  for (let j = 0; j < 20; j++) {
    const op = makeOperation(new Random(`${i}.${j}`), world.schema)
    if (i === 1 && j < 4) console.log(print(op.document), op.variables)
    const truth = await world.truth(op.document, op.variables)
    if (i === 1 && j < 4) console.log(JSON.stringify(truth))
    const a = await apollo.execute(op.document, op.variables).catch(e => ({ data: String(e), errors: [] }))
    all++
    if (truth.data === null) nulls++
    if (truth.errors) errs++
    if (truth.errors && !truth.errors[0]!.extensions?.['code']) console.log(truth.errors[0])
    if (JSON.stringify(a.data) === JSON.stringify(truth.data)) same++
  }
  await apollo.stop()
}
console.log({ same, all, nulls, errs }, performance.now() - t)
