// Going live (product §1): a checklist over a sandbox's own traffic, the company's details, and what staff decide on.
export { readChecklist, type Checklist } from './checklist';
export { decideProjectRequest, decideSchema } from './decide';
export { verifyPartner, verifySchema } from './verify';
export { readProfile, saveProfile, profileSchema } from './profile';
export {
  askForLive,
  askForTier,
  listProjectRequests,
  liveRequestSchema,
  tierRequestSchema,
} from './requests';
