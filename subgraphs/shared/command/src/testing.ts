export { offeredTests, type Offer, type Offering } from './testing/offered.ts'
