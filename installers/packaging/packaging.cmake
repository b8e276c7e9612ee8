# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where (cmake --install), and the packages made of it (cpack).
#
#   cmake --preset release -DCMAKE_INSTALL_PREFIX=/usr && cmake --build build/release
#   (cd build/release && cpack -G DEB)
#
# windows.ps1 and macos.sh beside this file make the packages of those systems; they have not been tried.
include(GNUInstallDirs)

set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)
set(app_id org.shardscape.Shardscape)

# Programs and the files they read: <prefix>/bin and <prefix>/share/shardscape, as model/base/resources.h says.
install(TARGETS shardscape shardscape-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} BUNDLE DESTINATION .)
file(GLOB resource_folders CONFIGURE_DEPENDS LIST_DIRECTORIES true ${PROJECT_SOURCE_DIR}/resources/*)
foreach(folder IN LISTS resource_folders)
  get_filename_component(name ${folder} NAME)
  if(IS_DIRECTORY ${folder} AND NOT name MATCHES "^(desktop|themes|translations)$") # the last two are built in
    install(DIRECTORY ${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/shardscape)
  endif()
endforeach()

if(UNIX AND NOT APPLE)
  install(FILES ${desktop}/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${desktop}/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${desktop}/${app_id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${app_id}.xml)
  set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable)
  install(FILES ${desktop}/${app_id}.svg DESTINATION ${icons}/apps)
  install(FILES ${desktop}/application-vnd.shardscape.project.svg DESTINATION ${icons}/mimetypes)

  # Manual pages: the window's is written, the command line's says what the program says.
  set(man ${PROJECT_BINARY_DIR}/man)
  configure_file(${desktop}/shardscape.1.in ${man}/shardscape.1 @ONLY)
  add_custom_command(
    OUTPUT ${man}/shardscape-cli.1
    COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:shardscape-cli> -DVERSION=${PROJECT_VERSION}
            -DOUT=${man}/shardscape-cli.1 -P ${CMAKE_CURRENT_LIST_DIR}/man_page.cmake
    DEPENDS shardscape-cli ${CMAKE_CURRENT_LIST_DIR}/man_page.cmake VERBATIM)
  find_program(GZIP_PROGRAM gzip REQUIRED)
  set(compressed)
  foreach(page shardscape shardscape-cli)
    add_custom_command(OUTPUT ${man}/${page}.1.gz COMMAND ${GZIP_PROGRAM} -9nkf ${man}/${page}.1
                       DEPENDS ${man}/${page}.1 VERBATIM)
    list(APPEND compressed ${man}/${page}.1.gz)
  endforeach()
  add_custom_command(
    OUTPUT ${man}/changelog.gz
    COMMAND ${CMAKE_COMMAND} -E copy ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${man}/changelog
    COMMAND ${GZIP_PROGRAM} -9nf ${man}/changelog DEPENDS ${PROJECT_SOURCE_DIR}/CHANGELOG.md VERBATIM)
  add_custom_target(documentation ALL DEPENDS ${compressed} ${man}/changelog.gz)
  install(FILES ${compressed} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${man}/changelog.gz ${CMAKE_CURRENT_LIST_DIR}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/shardscape)
else()
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()

set(CPACK_PACKAGE_NAME shardscape)
set(CPACK_PACKAGE_VENDOR "Shardscape contributors")
set(CPACK_PACKAGE_CONTACT "Shardscape contributors <maintainers@shardscape.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench for data modelling at scale")
set(CPACK_PACKAGE_DESCRIPTION "Shardscape is a workbench for people who design data systems. A schema is drawn or imported, its
queries are written down with their rates and the popularity of their keys, and the model is laid out on real engines.
Storage, nodes, latency and hot keys are computed and simulated before any of it exists, and every number shows its
working. It works offline and comes with a command line for scripts.")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Shardscape)
set(CPACK_PACKAGE_EXECUTABLES shardscape Shardscape)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_CHECKSUM SHA256)
if(WIN32)
  set(CPACK_GENERATOR NSIS ZIP)
  set(CPACK_NSIS_DISPLAY_NAME Shardscape)
  set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS "
    WriteRegStr SHCTX 'Software\\Classes\\.shardscape' '' 'Shardscape.Project'
    WriteRegStr SHCTX 'Software\\Classes\\Shardscape.Project' '' 'Shardscape project'
    WriteRegStr SHCTX 'Software\\Classes\\Shardscape.Project\\shell\\open\\command' '' '\"$INSTDIR\\bin\\shardscape.exe\" \"%1\"'")
  set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS "
    DeleteRegKey SHCTX 'Software\\Classes\\.shardscape'
    DeleteRegKey SHCTX 'Software\\Classes\\Shardscape.Project'")
elseif(APPLE)
  set(CPACK_GENERATOR DragNDrop)
else()
  set(CPACK_GENERATOR DEB)
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                  WORLD_READ WORLD_EXECUTE)
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_SECTION database)
  set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, qt6-translations-l10n, qt6-wayland")
  set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
endif()
# Only what is installed has to be built for a package, not the tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
include(CPack)
