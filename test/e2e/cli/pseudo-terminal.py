"""Runs a command on a pseudo-terminal: COLUMNS INTERRUPT_AT COMMAND...

Prints the output on the terminal and exits as the command does. Once INTERRUPT_AT, if not empty, is in
the output, types Ctrl-C.
"""
import fcntl
import os
import pty
import struct
import sys
import termios

columns, interrupt_at, command = int(sys.argv[1]), sys.argv[2].encode(), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    os.execvp(command[0], command)
output = b""
interrupted = False
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:  # Linux says so where other systems end the file.
        break
    if not piece:
        break
    output += piece
    if interrupt_at and interrupt_at in output and not interrupted:
        interrupted = True
        os.write(terminal, b"\x03")
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(output.replace(b"\r\n", b"\n"))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(status))
