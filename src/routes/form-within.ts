/** The form as it was sent, or null where it was so large that the server did not take it in. */
export async function formWithin(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch (fault) {
    if ((fault as { status?: number }).status === 413) return null;
    throw fault;
  }
}
