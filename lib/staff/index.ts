// The lender's own people.
export {
  completeEnrolment,
  createEnrolment,
  createFirstAdmin,
  readEnrolment,
  type EnrolmentLink,
} from './enrolment';
export { namesOfPeople } from './names';
export { requireStaffPermission, staffMay, staffPermissions, type StaffPermission } from './permissions';
