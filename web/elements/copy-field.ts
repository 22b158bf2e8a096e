/**
 * Copies what stands in a field; where the clipboard is closed, the text is marked, to be copied by hand.
 * @returns whether it was copied
 */
export async function copyField(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return false;
  }
}
