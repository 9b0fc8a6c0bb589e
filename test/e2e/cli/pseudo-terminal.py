"""Runs a command on a pseudo-terminal: COLUMNS INTERRUPT_AT COMMAND...

Prints what the terminal would show and exits as the command does. Once INTERRUPT_AT is shown, where it
is not empty, Ctrl-C is typed.
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
shown = b""
interrupted = False
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:  # Linux says so where other systems end the file.
        break
    if not piece:
        break
    shown += piece
    if interrupt_at and interrupt_at in shown and not interrupted:
        interrupted = True
        os.write(terminal, b"\x03")
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(status))
