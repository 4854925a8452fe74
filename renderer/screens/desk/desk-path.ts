/** Where one complaint lies open on the desk. */
export const deskPath = (complaintId: number): string => `/desk/${complaintId}`;
