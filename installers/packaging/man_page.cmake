# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DPROGRAM=… -DVERSION=… -DOUT=… -P man_page.cmake
#
# Writes the manual page of shardscape-cli from what the program says of itself (--help of each command), so that the two
# cannot differ.

function(run result)
  execute_process(COMMAND ${PROGRAM} ${ARGN} OUTPUT_VARIABLE text RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} ${ARGN} failed with ${code}")
  endif()
  # Characters that mean something to roff.
  string(REPLACE "\\" "\\e" text "${text}")
  string(REPLACE "-" "\\-" text "${text}")
  string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# Long lines of the help are broken between words; what goes on is indented like its description.
function(wrapped result text)
  set(out "")
  string(REPLACE ";" "\\;" text "${text}")
  string(REPLACE "[" "<OPEN>" text "${text}") # CMake's lists do not split inside brackets
  string(REPLACE "]" "<CLOSE>" text "${text}")
  string(REPLACE "\n" ";" lines "${text}")
  foreach(line IN LISTS lines)
    string(REPLACE "<OPEN>" "[" line "${line}")
    string(REPLACE "<CLOSE>" "]" line "${line}")
    string(LENGTH "${line}" length)
    while(length GREATER 78 AND NOT line MATCHES "^  shardscape")
      string(SUBSTRING "${line}" 0 78 head)
      string(FIND "${head}" " " at REVERSE)
      if(at LESS 34)
        break()
      endif()
      string(SUBSTRING "${line}" 0 ${at} head)
      math(EXPR next "${at} + 1")
      string(SUBSTRING "${line}" ${next} -1 tail)
      string(APPEND out "${head}\n")
      set(line "                              ${tail}")
      string(LENGTH "${line}" length)
    endwhile()
    string(APPEND out "${line}\n")
  endforeach()
  set(${result} "${out}" PARENT_SCOPE)
endfunction()

run(help --help)
string(REGEX MATCHALL "\n  [a-z]+ +[A-Z][^\n]*" commands "${help}")
set(page ".\\\" Generated from shardscape-cli --help.
.TH SHARDSCAPE\\-CLI 1 \"\" \"Shardscape ${VERSION}\" \"User Commands\"
.SH NAME
shardscape\\-cli \\- data models at scale, from the command line
.SH SYNOPSIS
.B shardscape\\-cli
.RI [ option ]...
.I command
.RI [ argument ]...
.SH DESCRIPTION
.B shardscape\\-cli
does without a window what
.BR shardscape (1)
does in one: it imports schemas and workloads, lays models out on engines, estimates and simulates them, and writes schemas,
diagrams and reports.
.SH COMMANDS
")
foreach(line IN LISTS commands)
  string(REGEX MATCH "[a-z]+" name "${line}")
  run(text ${name} --help)
  wrapped(text "${text}")
  string(APPEND page ".SS ${name}\n.nf\n${text}.fi\n")
endforeach()
string(REGEX MATCH "\nA first walk:.*" walk "${help}")
string(REGEX REPLACE "\nExit status.*" "" walk "${walk}")
string(APPEND page ".SH EXAMPLES\n.nf${walk}\n.fi
.SH EXIT STATUS
0 done, 1 the input was refused (the message names file, line and column), 2 wrong usage, 3 problems found.
.SH ENVIRONMENT
.TP
.B SHARDSCAPE_RESOURCES
The folder of engine profiles, samples and scenarios, instead of the one that was installed.
.SH SEE ALSO
.BR shardscape (1)
")
file(WRITE "${OUT}" "${page}")
