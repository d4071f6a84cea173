import { builder } from '../../builder.ts'

export const Track = builder.objectRef<{ code: string; name: string }>('Track').implement({
  description: 'LIS1, ALM, SAM, ARB and one per hospital speciality.',
  directives: { key: { fields: 'code', resolvable: false } },
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name', { shareable: true }),
  }),
})
