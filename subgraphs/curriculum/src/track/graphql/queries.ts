import { pageOf } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import { Speciality } from './Track.ts'

builder.queryFields((t) => ({
  tracks: t.prismaField({
    type: ['Track'],
    nullable: true,
    description: 'All tracks, part by part and by name (F102).',
    resolve: (query) => database.track.findMany({ ...query, orderBy: [{ part: 'asc' }, { name: 'asc' }] }),
  }),
  specialities: t.prismaConnection(
    {
      type: 'Speciality',
      nullable: true,
      cursor: 'code',
      ...pageOf(100, 200),
      extensions: { cursor: 'code' },
      totalCount: () => database.speciality.count(),
      description: 'All specialities, by name (F103).',
      resolve: (query) => database.speciality.findMany({ ...query, orderBy: { name: 'asc' } }),
    },
    ...counted(Speciality, 'Speciality'),
  ),
}))
