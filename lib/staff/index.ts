// The lender's own people.
export {
  confirmStaffChange,
  proposeStaffChange,
  withdrawStaffChange,
  type ProposeStaffChange,
} from './changes';
export { completeEnrolment, createFirstAdmin, readEnrolment, type EnrolmentLink } from './enrolment';
export { namesOfPeople } from './names';
export { showStaff, type ShownStaff, type ShownStaffChange, type ShownStaffMember } from './show';
export { requireStaffPermission, staffMay, type StaffPermission } from './permissions';
