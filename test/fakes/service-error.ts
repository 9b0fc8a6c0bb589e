/** An error response of a service: HTTP status, code and text. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** EC2's error for something that is in a state which the call does not allow. */
export function incorrectState(message: string): ServiceError {
  return new ServiceError(400, 'IncorrectState', message);
}

/** EC2's error for a parameter with such a value. */
export function invalidValue(name: string, value: string): ServiceError {
  const message = `Value (${value}) for parameter ${name} is invalid.`;
  return new ServiceError(400, 'InvalidParameterValue', message);
}
